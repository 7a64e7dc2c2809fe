namespace Playbooks.Agent.Looping;

/// <summary>Describes a task to the model.</summary>
internal interface ITaskText
{
    /// <summary>Returns the texts of the task that its author has written. What they name is allowed.</summary>
    string AuthorText();

    /// <summary>Returns the task in a few lines, for the check of clicks.</summary>
    string Summary();

    /// <summary>Returns the whole text.</summary>
    string Write();
}
