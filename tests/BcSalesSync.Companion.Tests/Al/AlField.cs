namespace BcSalesSync.Companion.Tests.Al;

// A field control of an API page.
internal sealed record AlField(string Name, string Source, string Body)
{
    private const string Record = "Rec.";

    // The table field behind it; null when it shows a variable of the page, beyond the reach of filters.
    public string? TableField => Source.StartsWith(Record, StringComparison.Ordinal) ? AlFile.Bare(Source[Record.Length..]) : null;

    public bool IsLocked => Body.Contains("Editable = false;", StringComparison.Ordinal);

    // Its validation refuses to change it later.
    public bool IsForCreateOnly => Body.Contains("OnlyOnCreate();", StringComparison.Ordinal);
}
