using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Writes records the way the base application does: validation field by field, then the table's triggers.
internal sealed class RecordWriter
{
    private readonly BcSession _session;
    private readonly Dictionary<Table, ITableRules> _rules;
    private readonly CodeRules _codeRules = new();

    public RecordWriter(BcSession session)
    {
        _session = session;
        var company = new CompanyContact(session);
        _rules = new Dictionary<Table, ITableRules>
        {
            [CustomerTable.Table] = new CustomerRules(session, company),
            [ContactTable.Table] = new ContactRules(session, company),
        };
    }

    public RowDraft New(Table table, Guid? id = null)
    {
        if (id is { } given && _session.Data(table).Find(given) is not null)
        {
            throw BcException.Duplicate(table.Caption, "$systemId", $"{{{given.ToString("D").ToUpperInvariant()}}}");
        }

        return new RowDraft(table, id ?? _session.NewId());
    }

    public void Validate(RowDraft draft, Column column, object value)
    {
        draft[column] = FieldCheck.Accept(column, value);
        CheckRelation(draft, column);
        RulesOf(draft.Table).Validated(draft, column);
    }

    public Row Insert(RowDraft draft)
    {
        var rules = RulesOf(draft.Table);
        rules.Inserting(draft);
        CheckKeyIsFree(draft);
        var row = _session.Save(draft);
        rules.Inserted(row);
        return _session.Data(row.Table).Find(row.Id)!;
    }

    public Row Modify(RowDraft draft)
    {
        var before = draft.Original!;
        var key = draft.Table.KeyColumn;
        var renamed = key.Type == ColumnType.Code && draft.Changed(key);
        if (renamed)
        {
            CheckKeyIsFree(draft);
        }

        var row = _session.Save(draft);
        if (renamed)
        {
            Rename(draft.Table, before.Text(key), row.Text(key));
        }

        RulesOf(draft.Table).Modified(before, row);
        return _session.Data(row.Table).Find(row.Id)!;
    }

    public void Delete(Row row)
    {
        RulesOf(row.Table).Deleting(row);
        _session.Remove(row);
    }

    private ITableRules RulesOf(Table table) => _rules.GetValueOrDefault(table) ?? _codeRules;

    private void CheckKeyIsFree(RowDraft draft)
    {
        var key = draft.Table.KeyColumn;
        if (key.Type == ColumnType.Code && draft.Table != ExchangeRateTable.Table && draft.Table != RelationTable.Table
            && _session.FindByKey(draft.Table, draft.Text(key)) is not null)
        {
            throw BcException.Duplicate(draft.Table.Caption, key.Caption, draft.Text(key));
        }
    }

    private void CheckRelation(RowDraft draft, Column column)
    {
        foreach (var relation in TableRelation.Of(draft.Table))
        {
            if (relation.Code == column)
            {
                CheckCode(draft, relation);
            }
            else if (relation.IdTwin == column)
            {
                CheckId(draft, relation);
            }
        }
    }

    private void CheckCode(RowDraft draft, TableRelation relation)
    {
        var code = draft.Text(relation.Code);
        if (relation.Related == CurrencyTable.Table && code == _session.LocalCurrency)
        {
            code = "";
            draft[relation.Code] = code;
        }

        var related = code.Length == 0 ? null : _session.FindByKey(relation.Related, code);
        if (related is null && code.Length > 0)
        {
            throw BcException.Refused(
                "Internal_InvalidTableRelation",
                $"The field {relation.Code.Caption} of table {draft.Table.Caption} contains a value ({code}) that cannot be found in the "
                + $"related table ({relation.Related.Caption}).");
        }

        if (relation.IdTwin is { } twin)
        {
            draft[twin] = related?.Id ?? Guid.Empty;
        }
    }

    private void CheckId(RowDraft draft, TableRelation relation)
    {
        var id = (Guid)draft[relation.IdTwin!]!;
        var related = _session.Data(relation.Related).Find(id);
        if (related is null && id != Guid.Empty)
        {
            throw BcException.Dialog($"The \"{relation.IdTwin!.Name}\" does not match to a {relation.Related.Caption}.");
        }

        draft[relation.Code] = related?.Text(relation.Related.KeyColumn) ?? "";
    }

    private void Rename(Table table, string from, string to)
    {
        foreach (var (referring, relations) in TableRelation.OfTable)
        {
            foreach (var relation in relations.Where(relation => relation.Related == table))
            {
                foreach (var row in _session.Data(referring).Index(relation.Code).Equal(from).ToList())
                {
                    _session.Save(new RowDraft(row) { [relation.Code] = to });
                }
            }
        }
    }
}
