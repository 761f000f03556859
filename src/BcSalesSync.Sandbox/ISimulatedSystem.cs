using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Limits;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox;

// One of the two systems. The handler lets one request in at a time, so a system needs no locks.
internal interface ISimulatedSystem
{
    // "bc" or "sales": its name in the control API.
    string Name { get; }

    IReadOnlyList<Table> Tables { get; }

    // Fills the cleared store with the system's part of a seed.
    void Load(Seed seed, UnitOfWork work);

    bool Owns(Uri address);

    // The entity set a request addresses, for the request counters; "$batch", "$metadata" and the like for the rest.
    string SetOf(Uri address);

    Task<HttpResponseMessage> HandleAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    // The limits it has towards an identity that comes for the first time; null when it has none.
    IIdentityLimits? LimitsOf(SandboxLimits limits) => null;

    // An error in the system's own form.
    HttpResponseMessage Refuse(HttpStatusCode status, string? code, string? message);

    // The table behind a set name of the control API.
    Table? FindTable(string set);

    // Writes a row as a person working in the system would: by id, new when unknown; rules and stamps apply.
    // Throws SandboxRuleException when the system refuses.
    Row WriteAsUser(UnitOfWork work, Table table, JsonElement values);

    // Removes a row as a person would; false when it is not there. Throws SandboxRuleException when the system refuses.
    bool DeleteAsUser(UnitOfWork work, Table table, Guid id);

    // Plays an event of the control API; false when it is none of this system's. Throws SandboxRuleException when the system refuses.
    bool Play(EventRequest request, UnitOfWork work) => false;

    // The version a silently written row gets when it names none.
    long NextVersion();
}
