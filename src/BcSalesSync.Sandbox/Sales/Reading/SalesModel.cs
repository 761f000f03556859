using System.Collections.Concurrent;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;
using Microsoft.OData.Edm;

namespace BcSalesSync.Sandbox.Sales.Reading;

// The organisation's tables as OData sees them; every query is checked against it.
internal sealed class SalesModel
{
    public const string Namespace = "Microsoft.Dynamics.CRM";

    private const int ConditionLimit = 500;

    // Organisations with the same solutions look the same from outside: a model is made once in a process.
    private static readonly ConcurrentDictionary<bool, EntityModel> Shared = new();

    private readonly DataStore _store;
    private readonly InstalledSolutions _solutions;
    private readonly Dictionary<string, EntitySet> _sets;
    private readonly EntityQueryParser _parser;
    private readonly SelectionQueries _selections = new();

    public SalesModel(DataStore store, InstalledSolutions solutions)
    {
        _store = store;
        _solutions = solutions;
        _sets = solutions.Tables.ToDictionary(table => table.SetName, SetOf, StringComparer.Ordinal);
        var model = Shared.GetOrAdd(solutions.BusinessCentral, _ => Make([.. _sets.Values]));
        Document = model.Document;
        _parser = new EntityQueryParser(model, _sets, new FilterDialect(StringComparison.OrdinalIgnoreCase)
        {
            CustomFunction = InFunction.Compile,
            CustomBound = InFunction.BoundOf,
            ForeignProperty = Foreign,
        })
        {
            ReviewFilter = (filter, _) => ConditionCount.Of(filter) <= ConditionLimit ? filter : throw SalesError.TooManyConditions(),
        };
    }

    public ModelDocument Document { get; }

    public EntitySet this[SalesTable table] => _sets[table.SetName];

    public EntityQuery Parse(SalesTable table, IReadOnlyDictionary<string, string> options) =>
        _selections.Of(table, options, () => _parser.Parse(this[table], options));

    private static EntityModel Make(IReadOnlyList<EntitySet> sets)
    {
        var model = new EdmModelBuilder(Namespace).Build(sets);
        foreach (var type in model.SchemaElements.OfType<IEdmEntityType>().ToList())
        {
            model.AddElement(InFunction.For(type));
        }

        return new EntityModel(model, hasDeclaration: true);
    }

    private EntitySet SetOf(SalesTable table) =>
        new(table.SetName, table.Name, table.Table, [.. Fields(table).Select(field => new Property(field.WireName, field.Column))])
        {
            Navigations =
            [
                .. Fields(table).Where(field => field.Kind != FieldKind.Owner).SelectMany(Navigations), .. Collections(table.Details),
            ],
        };

    private IEnumerable<Field> Fields(SalesTable table) => table.Fields.Where(_solutions.Has);

    private IEnumerable<Navigation> Navigations(Field field) =>
        from target in field.Targets
        let table = SalesSchema.FindName(target.Table)!
        select new Navigation(target.Navigation, table.SetName, false, row => Follow(row, field, table));

    private IEnumerable<Navigation> Collections(DetailRows? details)
    {
        if (details is null)
        {
            return [];
        }

        var table = SalesSchema.FindName(details.Table)!;
        var lookup = table.Find(details.Lookup)!.Column;
        return [new Navigation(details.Navigation, table.SetName, true, row => _store[table.Table].Index(lookup).Equal(row.Id))];
    }

    private IEnumerable<Row> Follow(Row row, Field field, SalesTable target) =>
        row[field.Column] is Guid id && _store[target.Table].Find(id) is { } partner ? [partner] : [];

    private Property? Foreign(string navigation, string property, EntitySet set)
    {
        var way = set.Navigations.FirstOrDefault(candidate => candidate.Name == navigation);
        return way is not null && _sets[way.TargetSet].Find(property) is { } foreign
            ? new Property(property, foreign.Type, row => way.Follow(row).FirstOrDefault() is { } partner ? foreign.Read(partner) : null)
            : null;
    }
}
