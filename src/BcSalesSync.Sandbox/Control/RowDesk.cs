using System.Globalization;
using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Control;

// Shows and arranges rows of either system: as a person working there would, or silently past every rule.
internal sealed class RowDesk(SandboxWorld world, IReadOnlyList<ISimulatedSystem> systems)
{
    private const string IdCounter = "control.id";

    public HttpResponseMessage Show(string? systemName, string? set, string? id)
    {
        var (_, table) = Find(systemName, set);
        var rows = id is null
            ? world.Store[table].Rows.OrderBy(row => row[table.KeyColumn], new ValueComparer(table.TextComparer)).ThenBy(row => row.Id)
            : world.Store[table].Find(ReadId(id)) is { } row ? [row] : Enumerable.Empty<Row>();
        return Rows(rows);
    }

    public HttpResponseMessage Write(RowsRequest request)
    {
        var (system, table) = Find(request.System, request.Set);
        using var work = world.Store.Begin();
        var written = new List<Row>();
        foreach (var values in request.Rows ?? throw new ControlException("'rows' is missing."))
        {
            if (values.ValueKind != JsonValueKind.Object)
            {
                throw new ControlException("Every row must be a JSON object.");
            }

            written.Add(request.Silent ? WriteSilently(system, table, values, work)
                : AsUser(() => system.WriteAsUser(work, table, values)));
        }

        work.Commit();
        return Rows(written);
    }

    public HttpResponseMessage Delete(string? systemName, string? set, string? id, bool silent)
    {
        var (system, table) = Find(systemName, set);
        var key = ReadId(id ?? throw new ControlException("'id' is missing."));
        using var work = world.Store.Begin();
        var found = silent ? work.Delete(table, key) : AsUser(() => system.DeleteAsUser(work, table, key));
        work.Commit();
        return found ? new HttpResponseMessage(HttpStatusCode.NoContent)
            : throw new ControlException("There is no such row.", HttpStatusCode.NotFound);
    }

    private static T AsUser<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (SandboxRuleException exception)
        {
            throw new ControlException($"{exception.Code}: {exception.Message}");
        }
    }

    private static Guid ReadId(string id) =>
        Guid.TryParse(id, out var guid) ? guid : throw new ControlException($"'{id}' is not a row id.");

    private static HttpResponseMessage Rows(IEnumerable<Row> rows)
    {
        var text = JsonText.Write(default, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("rows");
            foreach (var row in rows)
            {
                writer.WriteStartObject();
                foreach (var column in row.Table.Columns)
                {
                    writer.WritePropertyName(column.JsonName);
                    ValueWriter.Write(writer, column.Type, row[column]);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = ControlJson.Bytes(text) };
    }

    private (ISimulatedSystem System, Table Table) Find(string? systemName, string? set)
    {
        var system = systems.FirstOrDefault(candidate => candidate.Name == systemName)
            ?? throw new ControlException($"'system' must be one of {string.Join(", ", systems.Select(known => known.Name))}.");
        return (system, system.FindTable(set ?? "") ?? throw new ControlException($"The system {system.Name} has no set '{set}'."));
    }

    // Any column, stamps included; a row version the row does not name is a new one, so that delta reads see the row.
    private Row WriteSilently(ISimulatedSystem system, Table table, JsonElement values, UnitOfWork work)
    {
        var now = system.Name == "bc" ? world.Clock.BcNow : world.Clock.SalesNow;
        var draft = DraftFor(table, values, now);
        draft[table.Stamps.Version] = system.NextVersion();
        foreach (var property in values.EnumerateObject())
        {
            var column = table.Find(property.Name) ?? throw new ControlException($"The set {table.Set} has no column '{property.Name}'.");
            if (!ValueReader.TryRead(property.Value, column.Type, out var value) || (value is null && table.BlanksForNulls))
            {
                throw new ControlException($"The value of '{property.Name}' does not fit its type {column.Type}.");
            }

            draft[column] = value;
        }

        var row = draft.ToRow();
        work.Put(row);
        return row;
    }

    private RowDraft DraftFor(Table table, JsonElement values, DateTimeOffset now)
    {
        Guid? id = values.TryGetProperty(table.Stamps.Id.Name, out var given) ? ReadId(given.ToString()) : null;
        if ((id is { } known ? world.Store[table].Find(known) : RowLookup.ByKey(world.Store[table], values)) is { } existing)
        {
            return new RowDraft(existing);
        }

        var newId = id ?? SeedIds.Of("control/" + world.Store.Next(IdCounter).ToString(CultureInfo.InvariantCulture));
        return new RowDraft(table, newId) { [table.Stamps.CreatedAt] = now, [table.Stamps.ModifiedAt] = now };
    }
}
