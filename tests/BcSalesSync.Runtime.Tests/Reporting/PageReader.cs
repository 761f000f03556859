using System.Xml;
using System.Xml.Linq;

namespace BcSalesSync.Runtime.Tests.Reporting;

/// <summary>Reads a report as a strict parser does.</summary>
internal sealed class PageReader(string text)
{
    public XElement Root { get; } = Parse(text);

    public IEnumerable<XAttribute> Attributes => Root.DescendantsAndSelf().Attributes();

    /// <summary>Cells of the table whose caption begins so, by row; headings first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string caption)
    {
        var table = Root.Descendants("table").First(table => table.Element("caption")!.Value.StartsWith(caption, StringComparison.Ordinal));
        return [.. table.Descendants("tr").Select(row => (IReadOnlyList<string>)[.. row.Elements().Select(cell => cell.Value)])];
    }

    /// <summary>The cell of a row by its first cell and the heading of the column.</summary>
    public string Cell(string caption, string row, string heading)
    {
        var rows = Table(caption);
        return rows.First(cells => cells[0] == row)[rows[0].ToList().IndexOf(heading)];
    }

    private static XElement Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XElement.Load(reader);
    }
}
