using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>The requests that change options (spec/wire-dataverse.md 8).</summary>
internal sealed class ChoiceRequests(DataverseClient client)
{
    /// <summary>Adds an option; without a number Sales picks the next one.</summary>
    internal Task<WriteReply> InsertAsync(ChoiceColumn column, string label, int? value, int language, CancellationToken cancellationToken)
    {
        var parameters = Parameters(column, label, language);
        if (value is { } number)
            parameters["Value"] = number;
        return SendAsync("InsertOptionValue", parameters, cancellationToken);
    }

    /// <summary>Relabels an option.</summary>
    internal Task<WriteReply> RelabelAsync(ChoiceColumn column, string label, int value, int language, CancellationToken cancellationToken)
    {
        var parameters = Parameters(column, label, language);
        parameters["Value"] = value;
        parameters["MergeLabels"] = true;
        return SendAsync("UpdateOptionValue", parameters, cancellationToken);
    }

    /// <summary>Puts what was added to tables in force; null when that worked.</summary>
    internal async Task<EndpointFailure?> PublishAsync(IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        var entities = string.Concat(tables.Distinct().Select(table => $"<entity>{table}</entity>"));
        var parameters = new Dictionary<string, object>
        {
            ["ParameterXml"] = $"<importexportxml><entities>{entities}</entities></importexportxml>",
        };
        using var reply = await SendAsync("PublishXml", parameters, cancellationToken);
        return reply.Succeeded ? null : reply.Failure
            ?? new EndpointFailure(FailureClass.Transient, "publish", "Options were not published, because the request was not sent.");
    }

    private Task<WriteReply> SendAsync(string action, Dictionary<string, object> parameters, CancellationToken cancellationToken) =>
        client.WriteAsync(action, WriteBody.Json(JsonSerializer.SerializeToUtf8Bytes(parameters)), cancellationToken);

    private static Dictionary<string, object> Parameters(ChoiceColumn column, string label, int language) => new()
    {
        ["EntityLogicalName"] = column.Table,
        ["AttributeLogicalName"] = column.Column,
        ["Label"] = new Dictionary<string, object>
        {
            ["@odata.type"] = "Microsoft.Dynamics.CRM.Label",
            ["LocalizedLabels"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["@odata.type"] = "Microsoft.Dynamics.CRM.LocalizedLabel",
                    ["Label"] = label,
                    ["LanguageCode"] = language,
                },
            },
        },
    };
}
