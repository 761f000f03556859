using System.Xml;

namespace BcSalesSync.Runtime.Reporting.Markup;

/// <summary>
/// Writes HTML that is well-formed XML too. Whatever is written as text or as a value is encoded, since names of records and messages of services
/// come from strangers.
/// </summary>
internal sealed class Html : IDisposable
{
    private const char Replacement = '\uFFFD';
    private readonly XmlWriter writer;
    private int ids;

    /// <summary>Begins a page; the stream stays open.</summary>
    public Html(Stream stream)
    {
        writer = XmlWriter.Create(stream, new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new System.Text.UTF8Encoding(false) });
        writer.WriteDocType("html", null, null, null);
    }

    /// <summary>An id that no other element of the page has.</summary>
    public string NewId() => FormattableString.Invariant($"i{++ids}");

    /// <summary>Begins an element that ends when the result is disposed.</summary>
    public IDisposable Open(string name, params (string Name, string Value)[] attributes)
    {
        writer.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            writer.WriteAttributeString(attribute, Clean(value));
        return new Closing(writer);
    }

    /// <summary>An element with a text.</summary>
    public void Element(string name, string? text, params (string Name, string Value)[] attributes)
    {
        using (Open(name, attributes))
            Text(text);
    }

    /// <summary>An element that never holds anything.</summary>
    public void Empty(string name, params (string Name, string Value)[] attributes)
    {
        writer.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            writer.WriteAttributeString(attribute, Clean(value));
        writer.WriteEndElement();
    }

    /// <summary>Text.</summary>
    public void Text(string? text) => writer.WriteString(Clean(text));

    /// <summary>The style sheet of the product, which is read as it stands.</summary>
    public void Style(string css)
    {
        using (Open("style"))
            writer.WriteRaw(css);
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    // Neither HTML nor XML can hold control characters and halves of surrogate pairs, not even encoded.
    private static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        return string.Create(text.Length, text, static (clean, source) =>
        {
            for (var at = 0; at < source.Length; at++)
            {
                clean[at] = XmlConvert.IsXmlChar(source[at]) || IsOfPair(source, at) ? source[at] : Replacement;
            }
        });
    }

    private static bool IsOfPair(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));

    private sealed class Closing(XmlWriter writer) : IDisposable
    {
        public void Dispose() => writer.WriteFullEndElement();
    }
}
