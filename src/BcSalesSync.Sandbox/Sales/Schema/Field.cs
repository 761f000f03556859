using System.Runtime.CompilerServices;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales.Schema;

// A column of a Dataverse table: where it is stored and what a client may do with it.
internal sealed record Field(string Name, FieldKind Kind, Column Column)
{
    public FieldAccess Access { get; init; } = FieldAccess.Always;

    public IReadOnlyList<LookupTarget> Targets { get; init; } = [];

    // Empty accepts every number.
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    // Decimal places of a number; money is kept with four.
    public int Scale { get; init; }

    // The values a number may have; null has no bounds.
    public ValueRange? Range { get; init; }

    // What a new row has when nobody said otherwise.
    public object? InitialValue { get; init; }

    // Whether the organisation refuses a row without the column.
    public bool IsRequired { get; init; }

    // What happens to the row when the row a look-up points to is deleted; null leaves it to the table it points to.
    public PointerFate? Fate { get; init; }

    public bool IsLookup => Kind is FieldKind.Lookup or FieldKind.Customer or FieldKind.Owner;

    // The name a client reads and filters by.
    public string WireName => Column.Name;

    // A table has one instance for each of its columns.
    public bool Equals(Field? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public Field ReadOnly() => this with { Access = FieldAccess.ReadOnly };

    public Field CreateOnly() => this with { Access = FieldAccess.Create };

    public Field UpdateOnly() => this with { Access = FieldAccess.Update };

    public Field Required() => this with { IsRequired = true };

    public Field Initially(object value) => this with { InitialValue = value };

    public Field Between(decimal lowest, decimal highest) => this with { Range = new ValueRange(lowest, highest) };

    public Field OnDeletion(PointerFate fate) => this with { Fate = fate };

    public static Field Id(string name) => new(name, FieldKind.UniqueId, Column.Guid(name));

    public static Field Text(string name, int maxLength) => new(name, FieldKind.Text, Column.Text(name, maxLength));

    public static Field Memo(string name, int maxLength = 2000) => new(name, FieldKind.Memo, Column.Text(name, maxLength));

    public static Field Integer(string name) => new(name, FieldKind.Integer, Column.Integer(name));

    public static Field BigInteger(string name) => new(name, FieldKind.BigInteger, Column.BigInteger(name));

    public static Field Decimal(string name, int scale = 2) => new(name, FieldKind.Decimal, Column.Decimal(name)) { Scale = scale };

    public static Field Money(string name) => new(name, FieldKind.Money, Column.Decimal(name)) { Scale = 4 };

    public static Field Boolean(string name) => new(name, FieldKind.Boolean, Column.Boolean(name));

    public static Field DateTime(string name) => new(name, FieldKind.DateTime, Column.DateTime(name));

    public static Field DateOnly(string name) => new(name, FieldKind.DateOnly, Column.Date(name));

    public static Field Pick(string name, params Choice[] choices) =>
        new(name, FieldKind.Choice, Column.Choice(name)) { Choices = choices };

    public static Field TableName(string name) => new(name, FieldKind.TableName, Column.Text(name, 64));

    public static Field Lookup(string name, string target, string? navigation = null) =>
        LookupOf(name, FieldKind.Lookup, new LookupTarget(target, navigation ?? name));

    // A look-up that may lead to any of the tables, by a navigation property for each.
    public static Field LookupToAny(string name, params string[] targets) =>
        LookupOf(name, FieldKind.Lookup, [.. targets.Select(target => new LookupTarget(target, $"{name}_{target}"))]);

    public static Field Customer(string name) =>
        LookupOf(name, FieldKind.Customer, new LookupTarget("account", name + "_account"), new LookupTarget("contact", name + "_contact"));

    public static Field Owner() =>
        LookupOf("ownerid", FieldKind.Owner, new LookupTarget("systemuser", "ownerid"), new LookupTarget("team", "ownerid"));

    public static Field State(params Choice[] choices) =>
        new("statecode", FieldKind.State, Column.Choice("statecode")) { Access = FieldAccess.Update, Choices = choices };

    public static Field Status(params Choice[] choices) =>
        new("statuscode", FieldKind.Status, Column.Choice("statuscode")) { Choices = choices };

    private static Field LookupOf(string name, FieldKind kind, params LookupTarget[] targets) =>
        new(name, kind, Column.Guid($"_{name}_value")) { Targets = targets };
}
