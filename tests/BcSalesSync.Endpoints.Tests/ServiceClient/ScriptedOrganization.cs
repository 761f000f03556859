using BcSalesSync.Dataverse.ServiceClient.Organization;

namespace BcSalesSync.Endpoints.Tests.ServiceClient;

/// <summary>Answers messages from a script, the last answer for good, and keeps them.</summary>
internal sealed class ScriptedOrganization : IOrganization
{
    private readonly Queue<Func<OrgRequest, OrgResponse>> answers = new();

    public List<OrgRequest> Sent { get; } = [];

    public bool IsClosed { get; private set; }

    public ScriptedOrganization Then(Func<OrgRequest, OrgResponse> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public ScriptedOrganization Then(string name, object value) => Then(_ => Answer(name, value));

    public ScriptedOrganization ThenFault(uint code, string message = "no", TimeSpan? retryAfter = null, int? failedIndex = null) =>
        Then(_ => throw new OrganizationFaultException(new OrgFault(unchecked((int)code), message, retryAfter, failedIndex)));

    public ScriptedOrganization ThenLost() => Then(_ => throw new OrganizationLostException("The connection was closed."));

    public static OrgResponse Answer(string name, object value) => new(new Dictionary<string, object?> { [name] = value });

    public Task<OrgResponse> ExecuteAsync(OrgRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (Sent)
        {
            Sent.Add(request);
            var answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
            return Task.FromResult(answer(request));
        }
    }

    public void Dispose() => IsClosed = true;
}
