using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

// Several operations as one transaction.
public static class ChangeSets
{
    public static Task<Answer> ChangeSetAsync(
        this SalesClient client, params (string Id, string Method, string Path, object Body)[] operations) => client.SendAsync(
            "POST", "$batch",
            "--batch_t\r\nContent-Type: multipart/mixed;boundary=\"set_t\"\r\n\r\n" + string.Concat(operations.Select(Part))
                + "--set_t--\r\n\r\n--batch_t--\r\n",
            ("Content-Type", "multipart/mixed;boundary=\"batch_t\""));

    private static string Part((string Id, string Method, string Path, object Body) operation)
    {
        var address = operation.Path.StartsWith('$') ? operation.Path : SandboxOptions.SalesAddress.AbsolutePath + operation.Path;
        return "--set_t\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n"
            + $"Content-ID: {operation.Id}\r\n\r\n{operation.Method} {address} HTTP/1.1\r\n"
            + $"Content-Type: application/json; type=entry\r\n\r\n{JsonSerializer.Serialize(operation.Body)}\r\n";
    }
}
