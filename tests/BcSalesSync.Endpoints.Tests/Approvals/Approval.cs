using BcSalesSync.Endpoints.Tests.Http;

namespace BcSalesSync.Endpoints.Tests.Approvals;

/// <summary>
/// Requests beside those that were approved, which were compared with the specification's examples by hand and stand in a file of their own.
/// Where they differ, what was sent is put beside the copy of that file, for comparison and to be approved in its place.
/// </summary>
internal static class Approval
{
    /// <summary>Fails unless the requests are the approved ones.</summary>
    /// <param name="system">Folder of the system's tests.</param>
    /// <param name="name">Name of the file, without ending.</param>
    /// <param name="sent">The requests in the order they were sent.</param>
    public static async Task VerifyAsync(string system, string name, IEnumerable<SentRequest> sent)
    {
        var path = Path.Combine(AppContext.BaseDirectory, system, "Approved", name);
        var approved = File.Exists(path + ".approved.txt")
            ? (await File.ReadAllTextAsync(path + ".approved.txt")).ReplaceLineEndings("\n")
            : string.Empty;
        var received = string.Join("\n###\n", sent.Select(RequestText.Of)) + "\n";
        if (received == approved)
            return;
        await File.WriteAllTextAsync(path + ".received.txt", received);
        Assert.Fail($"What was sent is not what {name}.approved.txt shows. It stands in {path}.received.txt:\n{received}");
    }
}
