using System.Text.Json;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;

namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>Reads the options of a choice column, always anew: admins add some at any time.</summary>
internal sealed class ChoiceReader(DataverseClient client)
{
    private const int English = 1033;

    /// <summary>The options that are in force.</summary>
    internal async Task<ChoiceSet> ReadAsync(ChoiceColumn column, CancellationToken cancellationToken)
    {
        var address = $"EntityDefinitions(LogicalName='{Uri.EscapeDataString(column.Table)}')"
            + $"/Attributes(LogicalName='{Uri.EscapeDataString(column.Column)}')"
            + "/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet,GlobalOptionSet";
        using var response = await client.GetAsync(address, null, cancellationToken);
        using var answer = AnswerJson.Parse(response.Body);
        return new ChoiceSet(DefinitionReader.Choices(answer.RootElement), LanguageOf(answer.RootElement) ?? English);
    }

    private static int? LanguageOf(JsonElement picklist)
    {
        foreach (var option in DefinitionReader.Options(picklist))
        {
            if (option.TryGetProperty("Label", out var label) && label.ValueKind == JsonValueKind.Object
                && label.TryGetProperty("UserLocalizedLabel", out var own) && own.ValueKind == JsonValueKind.Object
                && own.TryGetProperty("LanguageCode", out var code) && code.TryGetInt32(out var language))
                return language;
        }

        return null;
    }
}
