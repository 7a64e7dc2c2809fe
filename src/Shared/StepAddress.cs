using System.Globalization;

#if PLAYBOOKS_LANGUAGE
namespace Playbooks.Language;
#else
namespace Playbooks;
#endif

/// <summary>
/// The address of a step in the tree of a playbook: <c>3</c>, <c>3.then.1</c>, <c>4.1</c>, <c>finally.1</c>. During a run,
/// <c>4[2].1</c> is step 1 in the third iteration of step 4, and <c>2/login:3</c> is step 3 of the playbook <c>login</c> that step 2 calls.
/// </summary>
/// <remarks>
/// Addresses are sorted in the order in which a run reaches the steps: a step before the steps inside it, iterations by their number, <c>then</c> before
/// <c>else</c>, the login (<c>auth</c>) first, and <c>finally</c> last.
/// </remarks>
public readonly struct StepAddress : IEquatable<StepAddress>, IComparable<StepAddress>
{
    // Each address is written in one way only, so equal texts are equal addresses.
    private readonly string? text;

    private StepAddress(string text) => this.text = text;

    /// <summary>Returns the address of a step that is not inside another step.</summary>
    /// <param name="number">The number of the step in its list, starting at 1.</param>
    /// <param name="block">The name of the list, such as <c>finally</c>, or null for the playbook's <c>steps</c>.</param>
    /// <exception cref="FormatException">The number is less than 1, or the block is not a lowercase word.</exception>
    public static StepAddress At(int number, string? block = null) => Parse(Local(number, block));

    /// <summary>Parses an address.</summary>
    /// <param name="text">The address, as <see cref="ToString"/> writes it.</param>
    /// <exception cref="FormatException">The text is not an address.</exception>
    public static StepAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not the address of a step. Addresses look like '3', '3.then.1', '4[2].1' or '2/login:3'.");

    /// <summary>Attempts to parse an address.</summary>
    /// <param name="text">The text to parse. Null is not an address.</param>
    /// <param name="address">The address, or the default value if the text is not an address.</param>
    /// <returns>Whether the text is an address.</returns>
    public static bool TryParse(string? text, out StepAddress address)
    {
        var segments = new SegmentReader(text ?? string.Empty);
        var count = 0;
        while (segments.MoveNext())
        {
            count++;
        }

        var isValid = count > 0 && !segments.IsMalformed;
        address = isValid ? new(text!) : default;
        return isValid;
    }

    /// <summary>Returns the address of a step inside this step.</summary>
    /// <param name="number">The number of the inner step in its list, starting at 1.</param>
    /// <param name="block">The name of the list, such as <c>then</c>, or null if this step has only one list.</param>
    /// <param name="iteration">The zero-based iteration of this step, or null if the step has no iterations or the address names none.</param>
    /// <exception cref="FormatException">A number is out of its range, the block is not a lowercase word, or this address is the default value.</exception>
    public StepAddress Child(int number, string? block = null, int? iteration = null) =>
        Parse(ToString() + (iteration is { } index ? "[" + Text(index) + "]" : string.Empty) + "." + Local(number, block));

    /// <summary>Returns the address of a step of the playbook that this step calls.</summary>
    /// <param name="playbook">The id of the called playbook.</param>
    /// <param name="step">The step's address in the called playbook.</param>
    /// <exception cref="FormatException">The id is not valid, or one of the addresses is the default value.</exception>
    public StepAddress Call(string playbook, StepAddress step) => Parse(ToString() + "/" + playbook + ":" + step);

    /// <inheritdoc/>
    public int CompareTo(StepAddress other)
    {
        var left = new SegmentReader(ToString());
        var right = new SegmentReader(other.ToString());
        while (true)
        {
            var hasLeft = left.MoveNext();
            var hasRight = right.MoveNext();
            if (!hasLeft || !hasRight)
            {
                return hasLeft.CompareTo(hasRight);
            }

            var order = left.Current.CompareTo(right.Current);
            if (order != 0)
            {
                return order;
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(StepAddress other) => text == other.text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StepAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>Returns the address as text, such as <c>3.then.1</c>, or an empty string for the default value, which is not the address of a step.</summary>
    public override string ToString() => text ?? string.Empty;

    /// <summary>Determines whether two addresses are equal.</summary>
    public static bool operator ==(StepAddress left, StepAddress right) => left.Equals(right);

    /// <summary>Determines whether two addresses differ.</summary>
    public static bool operator !=(StepAddress left, StepAddress right) => !left.Equals(right);

    /// <summary>Determines whether the left address precedes the right one.</summary>
    public static bool operator <(StepAddress left, StepAddress right) => left.CompareTo(right) < 0;

    /// <summary>Determines whether the left address precedes or equals the right one.</summary>
    public static bool operator <=(StepAddress left, StepAddress right) => left.CompareTo(right) <= 0;

    /// <summary>Determines whether the left address follows the right one.</summary>
    public static bool operator >(StepAddress left, StepAddress right) => left.CompareTo(right) > 0;

    /// <summary>Determines whether the left address follows or equals the right one.</summary>
    public static bool operator >=(StepAddress left, StepAddress right) => left.CompareTo(right) >= 0;

    private static string Local(int number, string? block) => (block is null ? string.Empty : block + ".") + Text(number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One step of the path.</summary>
    /// <param name="Playbook">The called playbook that the step is in; null: the playbook of the segment before.</param>
    /// <param name="Block">The list that the step is in; null: it has no name.</param>
    /// <param name="Number">The step's place in the list, from 1.</param>
    /// <param name="Iteration">The zero-based iteration that the path goes on in; -1: none.</param>
    private readonly record struct Segment(string? Playbook, string? Block, int Number, int Iteration) : IComparable<Segment>
    {
        public int CompareTo(Segment other)
        {
            var order = string.CompareOrdinal(Playbook, other.Playbook);
            order = order != 0 ? order : Rank(Block).CompareTo(Rank(other.Block));
            order = order != 0 ? order : string.CompareOrdinal(Block, other.Block);
            order = order != 0 ? order : Number.CompareTo(other.Number);
            return order != 0 ? order : Iteration.CompareTo(other.Iteration);
        }

        private static int Rank(string? block) => block switch { "auth" => -1, null => 0, "then" => 1, "finally" => 3, _ => 2 };
    }

    /// <summary>Reads an address segment by segment.</summary>
    private struct SegmentReader(string text)
    {
        private int index;

        public Segment Current { get; private set; }

        public bool IsMalformed { get; private set; }

        public bool MoveNext()
        {
            if (IsMalformed || index == text.Length)
            {
                return false;
            }

            IsMalformed = !TryRead(out var segment);
            Current = segment;
            return !IsMalformed;
        }

        private bool TryRead(out Segment segment)
        {
            segment = default;
            string? playbook = null;
            string? block = null;
            if (index > 0 && !Skip('.') && !(Skip('/') && TryReadWord(out playbook, ':')))
            {
                return false;
            }

            if (index < text.Length && text[index] is >= 'a' and <= 'z' && !TryReadWord(out block, '.'))
            {
                return false;
            }

            // An iteration is a place to go on from, not a step.
            var iteration = -1;
            if (!TryReadNumber(out var number) || number == 0 || (Skip('[') && !(TryReadNumber(out iteration) && Skip(']') && index < text.Length && text[index] == '.')))
            {
                return false;
            }

            segment = new(playbook, block, number, iteration);
            return true;
        }

        private bool Skip(char expected)
        {
            var isThere = index < text.Length && text[index] == expected;
            index += isThere ? 1 : 0;
            return isThere;
        }

        private bool TryReadWord(out string? word, char end)
        {
            var start = index;
            while (index < text.Length && (text[index] is (>= 'a' and <= 'z') || (index > start && text[index] is (>= '0' and <= '9') or '_')))
            {
                index++;
            }

            word = text.Substring(start, index - start);
            return word.Length > 0 && Skip(end);
        }

        private bool TryReadNumber(out int number)
        {
            var start = index;
            while (index < text.Length && text[index] is >= '0' and <= '9')
            {
                index++;
            }

            var digits = text.Substring(start, index - start);
            var isCanonical = digits.Length > 0 && (digits[0] != '0' || digits.Length == 1);
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && isCanonical;
        }
    }
}
