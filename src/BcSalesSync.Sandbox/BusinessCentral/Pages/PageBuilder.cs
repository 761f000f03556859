using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// Puts an API page together field by field; the order of the fields is that of the published properties.
internal sealed class PageBuilder(string set, string entity, Table table)
{
    private readonly List<BcField> _fields = [];
    private readonly List<Navigation> _navigations = [];
    private readonly List<(Column Column, object Value)> _presets = [];
    private readonly Dictionary<string, PageAction> _actions = new(StringComparer.Ordinal);
    private Column? _parent;
    private bool _needsParent;

    public PageBuilder Id(bool editableOnCreate = false) => Add(new BcField(new Property("id", table.Stamps.Id))
    {
        EditableOnCreate = editableOnCreate,
    });

    public PageBuilder Writable(params Column[] columns) => AddAll(columns, editable: true);

    public PageBuilder ReadOnly(params Column[] columns) => AddAll(columns, editable: false);

    // Given with a new record or never.
    public PageBuilder OnCreate(params Column[] columns)
    {
        foreach (var column in columns)
        {
            Add(new BcField(new Property(column.Name, column)) { EditableOnCreate = true });
        }

        return this;
    }

    public PageBuilder Alias(string name, Column column, bool editable = false) =>
        Add(new BcField(new Property(name, column)) { Editable = editable, EditableOnCreate = editable });

    public PageBuilder LastModified() => Alias("lastModifiedDateTime", table.Stamps.ModifiedAt);

    // Every own column of the table, for the small tables that are published whole.
    public PageBuilder OwnColumns(bool editable) =>
        AddAll(table.Columns.Where(column => column.Ordinal > table[BcTable.ModifiedBy].Ordinal), editable);

    public PageBuilder SystemColumns() => ReadOnly(
        table.Stamps.CreatedAt, table[BcTable.CreatedBy], table.Stamps.ModifiedAt, table[BcTable.ModifiedBy], table.Stamps.Version);

    public PageBuilder Computed(
        string name, ColumnType type, Func<Row, object?> read, bool isPageVariable = false,
        Action<RecordWriter, RowDraft, object>? write = null,
        IReadOnlyList<string>? options = null,
        int maxLength = 0) =>
        Add(new BcField(new Property(name, type, read) { Options = options ?? [], MaxLength = maxLength })
        {
            IsPageVariable = isPageVariable,
            Editable = write is not null,
            EditableOnCreate = write is not null,
            Write = write,
        });

    // Taken from the client and left as it is.
    public PageBuilder Ignored(string name, ColumnType type, Func<Row, object?> read) =>
        Computed(name, type, read, write: (_, _, _) => { });

    // A column shown differently from how it is stored.
    public PageBuilder Shown(Column column, Func<Row, object?> read) =>
        Add(new BcField(new Property(column.Name, column.Type, read) { MaxLength = column.MaxLength })
        {
            IsPageVariable = true,
            Editable = true,
            EditableOnCreate = true,
            Write = (writer, draft, value) => writer.Validate(draft, column, value),
        });

    // A column that takes other words for its values as well.
    public PageBuilder Translated(Column column, Func<object, object> translate) =>
        Add(new BcField(new Property(column.Name, column))
        {
            Editable = true,
            EditableOnCreate = true,
            Write = (writer, draft, value) => writer.Validate(draft, column, translate(value)),
        });

    public PageBuilder Leads(string name, string targetSet, bool many, Func<Row, IEnumerable<Row>> follow)
    {
        _navigations.Add(new Navigation(name, targetSet, many, follow));
        return this;
    }

    // Rows hang below the row this column names.
    public PageBuilder Below(Column parent, bool isNeeded = false)
    {
        (_parent, _needsParent) = (parent, isNeeded);
        return this;
    }

    public PageBuilder Preset(Column column, object value)
    {
        _presets.Add((column, value));
        return this;
    }

    // The page shows these through variables of its own, for columns that it may not write directly or has to work out.
    public PageBuilder ThroughVariables(params string[] names)
    {
        foreach (var name in names)
        {
            var at = _fields.FindIndex(field => field.Property.Name == name);
            _fields[at] = _fields[at] with { IsPageVariable = true };
        }

        return this;
    }

    public PageBuilder Action(string name, Action<RecordWriter, Row> action) => Act(name, answersId: false, (writer, row) =>
    {
        action(writer, row);
        return null;
    });

    // An action that answers the id of what it made.
    public PageBuilder Answering(string name, Func<RecordWriter, Row, Guid?> action) => Act(name, answersId: true, action);

    public BcPage Build(string rights = "", Func<Row, bool>? shows = null, bool systemWide = false) => new(
        new EntitySet(set, entity, table, [.. _fields.Select(field => field.Property)]) { Navigations = _navigations, Shows = shows },
        _fields)
    {
        CanInsert = rights.Contains('I', StringComparison.Ordinal),
        CanModify = rights.Contains('M', StringComparison.Ordinal),
        CanDelete = rights.Contains('D', StringComparison.Ordinal),
        IsSystemWide = systemWide,
        Parent = _parent,
        NeedsParent = _needsParent,
        Presets = _presets,
        Actions = _actions,
    };

    private PageBuilder Act(string name, bool answersId, Func<RecordWriter, Row, Guid?> action)
    {
        _actions.Add(name, new PageAction(action, answersId));
        return this;
    }

    private PageBuilder AddAll(IEnumerable<Column> columns, bool editable)
    {
        foreach (var column in columns)
        {
            Add(new BcField(new Property(column.Name, column)) { Editable = editable, EditableOnCreate = editable });
        }

        return this;
    }

    private PageBuilder Add(BcField field)
    {
        _fields.Add(field);
        return this;
    }
}
