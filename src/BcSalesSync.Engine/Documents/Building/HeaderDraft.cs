using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>Collects the columns of a header in the order of validation, and what the connection does not take.</summary>
internal sealed class HeaderDraft(BcDocumentForm form)
{
    private readonly List<KeyValuePair<string, FieldValue>> values = [];
    private readonly List<string> leftOut = [];
    private readonly List<string> remarks = [];

    /// <summary>The columns so far.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldValue>> Values => values;

    /// <summary>What is worth knowing, in sentences.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>What the connection does not take, by the names that people call it.</summary>
    public IReadOnlyList<string> LeftOut => [.. leftOut.Distinct()];

    /// <summary>Sets a column, or notes that the connection does not take it.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">Its value; an empty one is written too, since it takes away what the customer brought.</param>
    /// <param name="caption">What people call it.</param>
    public void Set(string column, FieldValue value, string caption)
    {
        if (form.Takes(column))
            values.Add(new(column, form.FitHeader(column, value)));
        else if (!value.IsEmpty)
            leftOut.Add(caption);
    }

    /// <summary>Sets a column unless the value is empty.</summary>
    public void SetFilled(string column, FieldValue value, string caption)
    {
        if (!value.IsEmpty)
            Set(column, value, caption);
    }

    /// <summary>Sets a column where the connection takes it; nobody misses it elsewhere.</summary>
    public void SetWhereTaken(string column, FieldValue value)
    {
        if (form.Takes(column))
            values.Add(new(column, form.FitHeader(column, value)));
    }

    /// <summary>Notes what the connection does not take.</summary>
    public void LeaveOut(string caption) => leftOut.Add(caption);

    /// <summary>Notes something worth knowing.</summary>
    public void Remark(string sentence) => remarks.Add(sentence);
}
