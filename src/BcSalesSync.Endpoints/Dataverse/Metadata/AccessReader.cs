using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Access;

namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>Finds out what the signed-in user may do with tables (spec/wire-dataverse.md 14).</summary>
internal sealed class AccessReader(DataverseClient client, MetadataCache metadata)
{
    /// <summary>Reads the user's privileges and those the tables know, in one request; tables the organisation lacks are absent.</summary>
    /// <exception cref="EndpointException">The service does not tell the privileges.</exception>
    internal async Task<IReadOnlyList<TableAccess>> ReadAsync(Guid user, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var bulk = await metadata.GetBulkSupportAsync(cancellationToken);
        using var answer = await client.GetManyAsync(
            [
                $"systemusers({user:D})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()",
                .. tables.Select(table => $"EntityDefinitions(LogicalName='{Uri.EscapeDataString(table)}')?$select=Privileges"),
            ],
            null,
            cancellationToken);
        using var held = Open(answer.Parts[0]);
        var reaches = ReachesOf(held.RootElement);
        var found = new List<TableAccess>(tables.Count);
        foreach (var (table, part) in tables.Zip(answer.Parts.Skip(1)).Where(pair => pair.Second.Status != 404))
        {
            using var definition = Open(part);
            found.Add(new TableAccess(table, RightsOf(definition.RootElement, reaches), bulk.Create.Contains(table)));
        }

        return found;
    }

    private static JsonDocument Open(BatchPart part) => part.Succeeded
        ? AnswerJson.Parse(part.Body)
        : throw new EndpointException(SystemSide.Sales, DataverseClient.FailureOf(part));

    /// <summary>Several roles may give the same privilege; the one that reaches farthest counts.</summary>
    private static Dictionary<string, RightReach> ReachesOf(JsonElement held) => DefinitionReader.Items(held, "RolePrivileges")
        .Select(privilege => (Id: DefinitionReader.Text(privilege, "PrivilegeId"), Reach: ReachOf(DefinitionReader.Text(privilege, "Depth"))))
        .Where(privilege => privilege.Id is not null)
        .GroupBy(privilege => privilege.Id!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.Max(privilege => privilege.Reach), StringComparer.OrdinalIgnoreCase);

    private static List<TableRight> RightsOf(JsonElement definition, Dictionary<string, RightReach> reaches)
    {
        var rights = new List<TableRight>();
        foreach (var privilege in DefinitionReader.Items(definition, "Privileges"))
        {
            if (KindOf(DefinitionReader.Text(privilege, "PrivilegeType")) is { } kind
                && DefinitionReader.Text(privilege, "Name") is { } name
                && DefinitionReader.Text(privilege, "PrivilegeId") is { } id)
                rights.Add(new TableRight(kind, name, reaches.GetValueOrDefault(id)));
        }

        return rights;
    }

    private static RightReach ReachOf(string? depth) => depth switch
    {
        "Basic" => RightReach.User,
        "Local" => RightReach.BusinessUnit,
        "Deep" => RightReach.BusinessUnits,
        "Global" => RightReach.Organization,
        _ => RightReach.None,
    };

    private static RightKind? KindOf(string? type) => type switch
    {
        "Read" => RightKind.Read,
        "Create" => RightKind.Create,
        "Write" => RightKind.Write,
        "Delete" => RightKind.Delete,
        "Append" => RightKind.Append,
        "AppendTo" => RightKind.AppendTo,
        "Assign" => RightKind.Assign,
        _ => null,
    };
}
