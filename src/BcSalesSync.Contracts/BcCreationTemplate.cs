using System.Collections;

namespace BcSalesSync.Contracts;

/// <summary>Values that records get when they are created, where no field mapping gives one (spec/mappings.md 1.3).</summary>
public sealed record BcCreationTemplate
{
    /// <summary>Direction in which records are created: ToSales or ToBusinessCentral.</summary>
    public SyncDirection Direction { get; set; }

    /// <summary>Place among the templates of a direction; the first that fits counts.</summary>
    public int Priority { get; set; }

    /// <summary>Condition on the record it is created from; empty fits all.</summary>
    public string Filter { get; set; } = string.Empty;

    /// <summary>Values by field of the new record.</summary>
    public IDictionary Values { get; set; } = new Dictionary<string, string>();
}
