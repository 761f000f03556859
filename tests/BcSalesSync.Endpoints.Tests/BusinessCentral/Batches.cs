using System.Text.Json;
using BcSalesSync.Endpoints.Tests.Http;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>Reads and answers JSON batches.</summary>
internal static class Batches
{
    public static IReadOnlyList<JsonElement> Requests(SentRequest request) =>
        [.. JsonDocument.Parse(request.Body).RootElement.GetProperty("requests").EnumerateArray()];

    /// <summary>Answers every request by its place in the first batch it came in; status 0 leaves it unanswered.</summary>
    public static HttpResponseMessage Answer(SentRequest request, Func<int, (int Status, string Body)> answer) =>
        AnswerWith(request, index => (answer(index).Status, answer(index).Body, "{}"));

    public static HttpResponseMessage AnswerWith(SentRequest request, Func<int, (int Status, string Body, string Headers)> answer)
    {
        var entries = new List<string>();
        foreach (var item in Requests(request))
        {
            var id = item.GetProperty("id").GetString()!;
            var (status, body, headers) = answer(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
            var tail = body.Length == 0 ? "}" : $",\"body\":{body}}}";
            if (status > 0)
                entries.Add($"{{\"id\":\"{id}\",\"status\":{status},\"headers\":{headers}{tail}");
        }

        return ScriptedHandler.Json($"{{\"responses\":[{string.Join(',', entries)}]}}");
    }
}
