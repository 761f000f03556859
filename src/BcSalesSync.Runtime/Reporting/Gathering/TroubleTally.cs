using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Figures;

namespace BcSalesSync.Runtime.Reporting.Gathering;

/// <summary>Adds up errors and values that were written over, newest first; keeps the latest few of each.</summary>
internal sealed class TroubleTally
{
    private const int MostLatest = 20;
    private readonly Dictionary<string, ErrorKind> kinds = [];
    private readonly Dictionary<(string Mapping, string Field), long> fields = [];
    private readonly List<BcSyncError> latest = [];
    private readonly List<BcOverwrittenValue> lost = [];

    /// <summary>What was added up.</summary>
    public TroubleFigures Figures => new()
    {
        Kinds = [.. kinds.Values.OrderByDescending(kind => kind.Count).ThenBy(kind => kind.ErrorId, StringComparer.Ordinal)],
        Latest = latest,
        LostFields = [.. fields.Select(pair => new LostField(pair.Key.Mapping, pair.Key.Field, pair.Value))
            .OrderByDescending(one => one.Count).ThenBy(one => one.Mapping, StringComparer.Ordinal).ThenBy(one => one.Field, StringComparer.Ordinal)],
        LatestLost = lost,
    };

    /// <summary>Adds an error.</summary>
    public void Add(BcSyncError error)
    {
        if (latest.Count < MostLatest)
            latest.Add(error);
        var kind = kinds.GetValueOrDefault(error.ErrorId)
            ?? new ErrorKind { ErrorId = error.ErrorId, Class = error.Class, Count = 0, Mappings = [], Latest = error };
        kinds[error.ErrorId] = kind with
        {
            Count = kind.Count + 1,
            Mappings = error.Mapping is null || kind.Mappings.Contains(error.Mapping)
                ? kind.Mappings
                : [.. kind.Mappings.Append(error.Mapping).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Adds a value that was written over.</summary>
    public void Add(BcOverwrittenValue value)
    {
        if (lost.Count < MostLatest)
            lost.Add(value);
        fields[(value.Mapping, value.Field)] = fields.GetValueOrDefault((value.Mapping, value.Field)) + 1;
    }
}
