namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>
/// Splits what a seller wrote about a line into the description of the line itself and the comment lines below it (spec/documents.md 1.8).
/// Pure.
/// </summary>
/// <param name="Main">Description of the line; null to keep the item's or resource's own.</param>
/// <param name="Comments">Texts of the comment lines.</param>
internal sealed record LineText(string? Main, IReadOnlyList<string> Comments)
{
    /// <summary>Text of a written-in line: it begins on the line itself.</summary>
    public static LineText WrittenIn(string? description, string? productDescription, int length)
    {
        var texts = Lines(description, productDescription);
        if (texts.Count == 0)
            return new LineText(string.Empty, []);
        var first = Chunks(texts[0], length);
        return new LineText(first.FirstOrDefault(string.Empty), [.. first.Skip(1), .. texts.Skip(1).SelectMany(text => Chunks(text, length))]);
    }

    /// <summary>Text of a line whose item or resource has a description of its own: all of it stands below, unless it says the same.</summary>
    public static LineText BelowOwn(string? description, string? productDescription, string own, int length)
    {
        var texts = Lines(description, productDescription);
        return texts.Count == 0 || string.Equals(texts[0], own, StringComparison.Ordinal)
            ? new LineText(null, []) : new LineText(null, [.. texts.SelectMany(text => Chunks(text, length))]);
    }

    private static List<string> Lines(string? description, string? productDescription)
    {
        var lines = (description ?? string.Empty).ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        if (lines[0].Length == 0)
            lines[0] = (productDescription ?? string.Empty).TrimEnd();
        return lines is [""] ? [] : lines;
    }

    private static List<string> Chunks(string text, int length)
    {
        var chunks = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var size = Math.Min(length, text.Length - at);
            if (at + size < text.Length && char.IsHighSurrogate(text[at + size - 1]))
                size--;
            chunks.Add(text.Substring(at, size));
            at += size;
        }

        return chunks;
    }
}
