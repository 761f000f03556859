using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Checks;
using BcSalesSync.Engine.Mappings.Editing;

namespace BcSalesSync.Engine.Runs.Administration;

/// <summary>Checks mappings that come together, each against the others as they would become.</summary>
internal sealed class ImportedMappings(MappingSet set, Func<TableMapping, Task<OfferedTables>> offer)
{
    private readonly Dictionary<string, (TableMapping Mapping, OfferedTables Offered)> fine = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<MappingProblem>> problems = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The mapping that can be stored; null when it has problems.</summary>
    public TableMapping? Find(string name) => fine.TryGetValue(name, out var found) ? found.Mapping : null;

    /// <summary>Why a mapping cannot be stored.</summary>
    public IReadOnlyList<MappingProblem> ProblemsOf(string name) => problems.GetValueOrDefault(name) ?? [];

    /// <summary>Takes the mappings in; what depends on one that has problems has them too.</summary>
    public async Task LoadAsync(IEnumerable<TableMapping> mappings)
    {
        foreach (var mapping in mappings)
        {
            var offered = await offer(mapping).ConfigureAwait(false);
            var (ready, wrong) = Prepare(mapping, offered);
            if (wrong.Count > 0)
                problems[mapping.Name] = wrong;
            else
                fine[ready.Name] = (ready, offered);
        }

        while (Sift())
        {
        }
    }

    private bool Sift()
    {
        var all = set.All.Where(known => !fine.ContainsKey(known.Name)).Concat(fine.Values.Select(known => known.Mapping)).ToList();
        var found = fine.Values
            .Select(item => (item.Mapping.Name, Problems: MappingCheck.Problems(
                item.Mapping, new CheckGround(item.Offered, all, BeforeOf(item.Mapping, item.Offered))).ToList()))
            .Where(item => item.Problems.Count > 0).ToList();
        foreach (var (name, wrong) in found)
        {
            problems[name] = wrong;
            fine.Remove(name);
        }

        return found.Count > 0;
    }

    // A mapping that nobody knows yet begins as a new one does: with the engine's own rows.
    private IReadOnlyList<TableMapping> BeforeOf(TableMapping mapping, OfferedTables offered)
    {
        TableMapping?[] known = [set.Find(mapping.Name), .. DefaultMappings.All.Where(standard => standard.Name == mapping.Name)];
        TableMapping[] before = [.. known.OfType<TableMapping>()];
        return before.Length > 0
            ? before
            : [mapping with { BcFilter = string.Empty, SalesFilter = string.Empty, Fields = OwnRows.For(offered.Sales) }];
    }

    private (TableMapping Mapping, IReadOnlyList<MappingProblem> Problems) Prepare(TableMapping mapping, OfferedTables offered)
    {
        var (bcFilter, bcProblem) = Filter(mapping, SystemSide.BusinessCentral, offered);
        var (salesFilter, salesProblem) = Filter(mapping, SystemSide.Sales, offered);
        var standing = BeforeOf(mapping, offered)[0].Fields.Where(row => row.BuiltIn && !mapping.Fields.Contains(row));
        var ready = mapping with
        {
            BcFilter = bcFilter,
            SalesFilter = salesFilter,
            Templates = TemplateEdit.Named(mapping, offered),
            Fields = [.. standing, .. mapping.Fields.Select(row => Named(row, offered))],
        };
        return (ready, [.. new[] { bcProblem, salesProblem }.OfType<MappingProblem>()]);
    }

    private (string Text, MappingProblem? Problem) Filter(TableMapping mapping, SystemSide side, OfferedTables offered)
    {
        var text = side is SystemSide.Sales ? mapping.SalesFilter : mapping.BcFilter;
        var isKnown = BeforeOf(mapping, offered).Any(known => text == (side is SystemSide.Sales ? known.SalesFilter : known.BcFilter));
        return isKnown ? (text, null) : FilterCheck.Read(mapping.Name, side, text, side is SystemSide.Sales ? offered.Sales : offered.Bc);
    }

    private static FieldMapping Named(FieldMapping row, OfferedTables offered) => row with
    {
        BcField = ColumnNames.In(offered.Bc, row.BcField),
        SalesField = ColumnNames.In(offered.Sales, row.SalesField),
    };
}
