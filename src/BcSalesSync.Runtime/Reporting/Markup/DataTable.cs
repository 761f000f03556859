namespace BcSalesSync.Runtime.Reporting.Markup;

/// <summary>A table that scrolls inside its own box where the page is too narrow for it.</summary>
internal static class DataTable
{
    /// <summary>Writes rows; the first column names each of them.</summary>
    public static void Write<T>(Html page, string caption, IEnumerable<T> rows, params Column<T>[] columns)
    {
        var id = page.NewId();
        using (page.Open("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", id)))
        using (page.Open("table"))
        {
            page.Element("caption", caption, ("id", id));
            using (page.Open("thead"))
            using (page.Open("tr"))
            {
                foreach (var column in columns)
                    page.Element("th", column.Heading, ("scope", "col"), ("class", column.Class));
            }

            using (page.Open("tbody"))
            {
                foreach (var row in rows)
                    Row(page, row, columns);
            }
        }
    }

    private static void Row<T>(Html page, T row, Column<T>[] columns)
    {
        using (page.Open("tr"))
        {
            using (page.Open("th", ("scope", "row"), ("class", columns[0].Class)))
                columns[0].Write(page, row);
            foreach (var column in columns.Skip(1))
            {
                using (page.Open("td", ("class", column.Class)))
                    column.Write(page, row);
            }
        }
    }
}
