using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>What must hold at rest, whatever people did.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Life">Its rules.</param>
/// <param name="Rested">The rest of the day before.</param>
/// <param name="Before">When the runs began.</param>
/// <param name="After">At rest.</param>
/// <param name="Touched">Records that were added or edited in between.</param>
/// <param name="Drifted">Rows of Sales that were edited where only Business Central counts, each with the last rest that it agreed at.</param>
/// <param name="Lost">Values that are recorded as written over.</param>
internal sealed record LifeRules(
    LifeMapping Mapping,
    Life Life,
    LifePicture Rested,
    LifePicture Before,
    LifePicture After,
    IReadOnlySet<Guid> Touched,
    IReadOnlyDictionary<Guid, LifePicture> Drifted,
    IReadOnlyList<BcOverwrittenValue> Lost)
{
    /// <summary>What does not hold, in sentences.</summary>
    public IEnumerable<string> Broken() =>
        [.. Disagreeing(), .. Deleted(), .. Doubled(), .. Forgotten(), .. Unrecorded()];

    /// <summary>Rows that have drifted at this rest.</summary>
    public IReadOnlyDictionary<Guid, LifePicture> DriftedNow() =>
        After.Whole.Where(IsDrifted).ToDictionary(pair => pair.SalesId, pair => Drifted.GetValueOrDefault(pair.SalesId, Rested));

    private IEnumerable<string> Disagreeing()
    {
        foreach (var pair in After.Whole.Where(pair => !LifePicture.IsReported(pair) && !IsLeftAlone(pair) && !IsDrifted(pair)))
        {
            foreach (var field in Mapping.Fields.Where(field => After.BcValue(pair.BcId, field) != After.SalesValue(pair.SalesId, field)
                && !(field.OnceFilled && After.BcValue(pair.BcId, field).Length == 0)))
                yield return $"{pair.BcNo}: {field.Bc} '{After.BcValue(pair.BcId, field)}' against '{After.SalesValue(pair.SalesId, field)}'.";
        }

        if (Life.Update is not UpdateConflictPolicy.Fail)
        {
            foreach (var pair in After.Whole.Where(LifePicture.IsReported))
                yield return $"{pair.BcNo}: reported though a side may win: {pair.Error}.";
        }
    }

    // Who couples without synchronising wants both left as they are until one of them is edited.
    private bool IsLeftAlone(BcCoupling pair) => pair.LastSynchronized is null && !Touched.Contains(pair.BcId) && !Touched.Contains(pair.SalesId);

    // What is edited where only the other side counts is put right when that side changes next.
    private bool IsDrifted(BcCoupling pair) => Mapping.IsOneWay && !Touched.Contains(pair.BcId)
        && (Touched.Contains(pair.SalesId) || Drifted.ContainsKey(pair.SalesId) || pair.LastSynchronized is null);

    private IEnumerable<string> Deleted() =>
        Before.Bc.Keys.Except(After.Bc.Keys).Concat(Before.Sales.Keys.Except(After.Sales.Keys)).Select(id => $"{id} was deleted by a run.");

    // Each new record stands for one that was there and had no partner; and it is coupled with it.
    private IEnumerable<string> Doubled()
    {
        var paired = Before.Paired;
        foreach (var id in After.Bc.Keys.Except(Before.Bc.Keys).Concat(After.Sales.Keys.Except(Before.Sales.Keys)))
        {
            var pair = After.Whole.FirstOrDefault(pair => pair.BcId == id || pair.SalesId == id);
            var partner = pair is null ? default : pair.BcId == id ? pair.SalesId : pair.BcId;
            var wasThere = Before.Bc.ContainsKey(partner) || Before.Sales.ContainsKey(partner);
            if (!wasThere || paired.Contains(partner))
                yield return $"{id} was made for {partner}, which {(wasThere ? "had a partner" : "was not there")}.";
            else if (Life.OnlyCoupled && Before.Couplings.All(before => before.BcId != partner && before.SalesId != partner))
                yield return $"{id} was made for {partner}, which was not coupled.";
        }

        if (After.Couplings.SelectMany(pair => new[] { pair.BcId, pair.SalesId }).GroupBy(id => id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            yield return $"{twice.Key} is coupled twice.";
        foreach (var pair in Before.Whole.Where(pair => !After.Whole.Any(after => after.BcId == pair.BcId && after.SalesId == pair.SalesId)))
            yield return $"{pair.BcNo} lost its counterpart though both are there.";
    }

    private IEnumerable<string> Forgotten()
    {
        if (Life.OnlyCoupled)
            yield break;
        var coupled = After.Couplings.SelectMany(pair => new[] { pair.BcId, pair.SalesId }).ToHashSet();

        // A survivor whose coupling goes by the rule stays alone until it is edited again.
        var survivors = Before.Couplings.Except(Before.Whole).SelectMany(pair => new[] { pair.BcId, pair.SalesId }).ToHashSet();
        foreach (var id in Touched.Where(id => After.Bc.ContainsKey(id) || (!Mapping.IsOneWay && After.Sales.ContainsKey(id))).Where(id => !coupled.Contains(id) && !survivors.Contains(id) && !After.Refused.Contains(id)))
            yield return $"{id} was added or edited and has no partner.";
    }

    private IEnumerable<string> Unrecorded()
    {
        foreach (var pair in After.Whole)
        {
            foreach (var field in Mapping.Fields)
            {
                if (Before.Bc.ContainsKey(pair.BcId) && IsLost(Rested.BcValue(pair.BcId, field), Before.BcValue(pair.BcId, field), After.BcValue(pair.BcId, field))
                    && !IsRecorded(SyncDirection.ToBusinessCentral, pair.BcId, field, Before.BcValue(pair.BcId, field)))
                    yield return $"{pair.BcNo}: '{Before.BcValue(pair.BcId, field)}' was written over in Business Central without a trace.";
                if (Before.Sales.ContainsKey(pair.SalesId) && IsLost(AgreedValue(pair.SalesId, field), Before.SalesValue(pair.SalesId, field), After.SalesValue(pair.SalesId, field))
                    && !IsRecorded(SyncDirection.ToSales, pair.SalesId, field, field.Prefix + Before.SalesValue(pair.SalesId, field)))
                    yield return $"{pair.BcNo}: '{Before.SalesValue(pair.SalesId, field)}' was written over in Sales without a trace.";
            }
        }
    }

    private static bool IsLost(string rested, string before, string after) => before != rested && before != after;

    private string AgreedValue(Guid salesId, LifeField field) => Drifted.GetValueOrDefault(salesId, Rested).SalesValue(salesId, field);

    // A reference is recorded in the words of its side.
    private bool IsRecorded(SyncDirection direction, Guid id, LifeField field, string value) => Lost.Any(
        lost => lost.Direction == direction && (lost.BcId == id || lost.SalesId == id)
            && (field.Kind is LifeFieldKind.Link || (lost.LostValue ?? string.Empty) == value));
}
