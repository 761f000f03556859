using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Names;

/// <summary>The name of a person in parts, as Sales keeps it. Business Central without the companion app has the whole name only.</summary>
internal sealed record PersonName(string First, string Middle, string Last)
{
    private const string FirstColumn = "firstname";
    private const string MiddleColumn = "middlename";
    private const string LastColumn = "lastname";

    /// <summary>The name of a row of Sales.</summary>
    public static PersonName Of(Record contact) =>
        new(Text(contact, FirstColumn), Text(contact, MiddleColumn), Text(contact, LastColumn));

    /// <summary>A whole name by the parts that are known, or by its words: the first, the last, and whatever stands between them.</summary>
    /// <param name="whole">The whole name.</param>
    /// <param name="first">First name; empty when it is not known.</param>
    /// <param name="last">Last name; empty when it is not known.</param>
    public static PersonName Split(string whole, string first, string last)
    {
        var name = Tidy(whole);
        var (known, surname) = (Tidy(first), Tidy(last));
        if (known.Length > 0 && name == $"{known} {surname}".TrimEnd())
            return new PersonName(known, "", surname);
        if (known.Length > 0 && surname.Length > 0 && name.Length > known.Length + surname.Length + 2
            && name.StartsWith(known + " ", StringComparison.Ordinal) && name.EndsWith(" " + surname, StringComparison.Ordinal))
            return new PersonName(known, name[(known.Length + 1)..^(surname.Length + 1)], surname);
        var words = name.Split(' ');
        return words is [var only] ? new PersonName(only, "", "") : new PersonName(words[0], string.Join(' ', words[1..^1]), words[^1]);
    }

    /// <summary>The whole name.</summary>
    public string Whole => Tidy($"{First} {Middle} {Last}");

    /// <summary>True when the whole name is the given one, spaces aside.</summary>
    public bool Is(string whole) => Whole == Tidy(whole);

    private static string Text(Record contact, string column) =>
        contact.Values.TryGetValue(column, out var value) ? value.ToString() : "";

    private static string Tidy(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
