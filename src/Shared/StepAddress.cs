using System.Globalization;

#if PLAYBOOKS_LANGUAGE
namespace Playbooks.Language;
#else
namespace Playbooks;
#endif

/// <summary>
/// The address of a step in the tree of a playbook: <c>3</c>, <c>3.then.1</c>, <c>4.1</c>, <c>finally.1</c>. During a run,
/// <c>4[2].1</c> is step 1 in the third round of step 4, and <c>2/login:3</c> is step 3 of the playbook <c>login</c> that step 2 calls.
/// </summary>
/// <remarks>
/// Addresses are ordered as a run reaches the steps: a step before the steps inside it, rounds by their number, <c>then</c> before
/// <c>else</c>, the login (<c>auth</c>) first, and <c>finally</c> last.
/// </remarks>
public readonly struct StepAddress : IEquatable<StepAddress>, IComparable<StepAddress>
{
    // Each address is written in one way only, so equal texts are equal addresses.
    private readonly string? text;

    private StepAddress(string text) => this.text = text;

    /// <summary>The address of a step that is in no other step.</summary>
    /// <param name="number">The step's place in its list, from 1.</param>
    /// <param name="block">The name of the list, such as <c>finally</c>; null: the playbook's <c>steps</c>.</param>
    /// <exception cref="FormatException">The number is less than 1, or the block is not a lowercase word.</exception>
    public static StepAddress At(int number, string? block = null) => Parse(Local(number, block));

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address, as <see cref="ToString"/> writes it.</param>
    /// <exception cref="FormatException">The text is not an address.</exception>
    public static StepAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not the address of a step. Addresses look like '3', '3.then.1', '4[2].1' or '2/login:3'.");

    /// <summary>Reads an address, if the text is one.</summary>
    /// <param name="text">The text; null is not an address.</param>
    /// <param name="address">The address; the default value where the text is not one.</param>
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

    /// <summary>The address of a step inside this one.</summary>
    /// <param name="number">The inner step's place in its list, from 1.</param>
    /// <param name="block">The name of the list, such as <c>then</c>; null: the step has one list only.</param>
    /// <param name="round">The zero-based round of this step; null: it has no rounds, or none is meant.</param>
    /// <exception cref="FormatException">A number is out of its range, the block is not a lowercase word, or this is the default value.</exception>
    public StepAddress Child(int number, string? block = null, int? round = null) =>
        Parse(ToString() + (round is { } index ? "[" + Text(index) + "]" : string.Empty) + "." + Local(number, block));

    /// <summary>The address of a step of the playbook that this step calls.</summary>
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

    /// <summary>The address as people and logs read it; empty for the default value, which is not the address of a step.</summary>
    public override string ToString() => text ?? string.Empty;

    /// <summary>Whether two addresses are equal.</summary>
    public static bool operator ==(StepAddress left, StepAddress right) => left.Equals(right);

    /// <summary>Whether two addresses differ.</summary>
    public static bool operator !=(StepAddress left, StepAddress right) => !left.Equals(right);

    /// <summary>Whether the left step comes first.</summary>
    public static bool operator <(StepAddress left, StepAddress right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left step comes first, or is the same.</summary>
    public static bool operator <=(StepAddress left, StepAddress right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the right step comes first.</summary>
    public static bool operator >(StepAddress left, StepAddress right) => left.CompareTo(right) > 0;

    /// <summary>Whether the right step comes first, or is the same.</summary>
    public static bool operator >=(StepAddress left, StepAddress right) => left.CompareTo(right) >= 0;

    private static string Local(int number, string? block) => (block is null ? string.Empty : block + ".") + Text(number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One step of the path.</summary>
    /// <param name="Playbook">The called playbook that the step is in; null: the playbook of the segment before.</param>
    /// <param name="Block">The list that the step is in; null: it has no name.</param>
    /// <param name="Number">The step's place in the list, from 1.</param>
    /// <param name="Round">The zero-based round that the path goes on in; -1: none.</param>
    private readonly record struct Segment(string? Playbook, string? Block, int Number, int Round) : IComparable<Segment>
    {
        public int CompareTo(Segment other)
        {
            var order = string.CompareOrdinal(Playbook, other.Playbook);
            order = order != 0 ? order : Rank(Block).CompareTo(Rank(other.Block));
            order = order != 0 ? order : string.CompareOrdinal(Block, other.Block);
            order = order != 0 ? order : Number.CompareTo(other.Number);
            return order != 0 ? order : Round.CompareTo(other.Round);
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

            // A round is a place to go on from, not a step.
            var round = -1;
            if (!TryReadNumber(out var number) || number == 0 || (Skip('[') && !(TryReadNumber(out round) && Skip(']') && index < text.Length && text[index] == '.')))
            {
                return false;
            }

            segment = new(playbook, block, number, round);
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
