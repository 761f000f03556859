using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Writes records the way the base application does: validation field by field, then the table's triggers.
internal sealed class RecordWriter
{
    private readonly BcSession _session;
    private readonly RelationCheck _relations;
    private readonly Dictionary<Table, ITableRules> _rules;
    private readonly CodeRules _codeRules = new();

    public RecordWriter(BcSession session)
    {
        _session = session;
        _relations = new RelationCheck(session);
        Ledger = new ItemLedger(session);
        Documents = new DocumentDesk(session);
        _rules = TableRules.Make(session, Ledger);
    }

    public ItemLedger Ledger { get; }

    public DocumentDesk Documents { get; }

    public RowDraft New(Table table, Guid? id = null)
    {
        if (id is { } given && _session.Data(table).Find(given) is not null)
        {
            throw BcException.Duplicate(table, $"$systemId='{{{given.ToString("D").ToUpperInvariant()}}}'");
        }

        var draft = new RowDraft(table, id ?? _session.NewId());
        RulesOf(table).Creating(draft);
        return draft;
    }

    public void Validate(RowDraft draft, Column column, object value)
    {
        var before = draft[column];
        draft[column] = FieldCheck.Accept(column, value);
        if (!Equals(before, draft[column]))
        {
            RelationCheck.ClearGoverned(draft, column);
        }

        _relations.Check(draft, column);
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
        if (draft.Table.UniqueKey.Any(draft.Changed))
        {
            CheckKeyIsFree(draft);
        }

        var row = _session.Save(draft);
        if (draft.Table.UniqueKey is [var code] && draft.Changed(code))
        {
            _relations.Rename(draft.Table, before.Text(code), row.Text(code));
        }

        RulesOf(draft.Table).Modified(before, row);
        return _session.Data(row.Table).Find(row.Id)!;
    }

    public void Delete(Row row)
    {
        RulesOf(row.Table).Deleting(row);
        _session.Remove(row);
        RulesOf(row.Table).Deleted(row);
    }

    private ITableRules RulesOf(Table table) => _rules.GetValueOrDefault(table) ?? _codeRules;

    private void CheckKeyIsFree(RowDraft draft)
    {
        if (_session.Data(draft.Table).FindByKey(column => draft[column]) is not null)
        {
            var key = draft.Table.UniqueKey.Select(column => $"{column.Caption}='{RecordName.Shown(draft[column]!)}'");
            throw BcException.Duplicate(draft.Table, string.Join(',', key));
        }
    }
}
