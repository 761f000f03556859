using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Dataverse.ServiceClient;

/// <summary>
/// Sends again what the service turned away untouched, and reads that failed in passing. The package's own repeating is off, so that there is
/// one that decides.
/// </summary>
internal sealed class PatientOrganization(IOrganization inner, HttpSettings settings) : IOrganization
{
    private static readonly HashSet<string> Reads = new(StringComparer.Ordinal) { "RetrieveMultiple", "RetrieveEntityChanges" };
    private readonly Backoff backoff = new(settings);

    /// <inheritdoc/>
    public async Task<OrgResponse> ExecuteAsync(OrgRequest request, CancellationToken cancellationToken)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                // A write under way is let finish, because its outcome must be known.
                return await inner.ExecuteAsync(request, Reads.Contains(request.Name) ? cancellationToken : CancellationToken.None);
            }
            catch (OrganizationFaultException refused) when (failures + 1 < settings.MaxAttempts && MayRepeat(request, refused.Fault))
            {
                await Task.Delay(refused.Fault.RetryAfter ?? backoff.Next(failures), settings.Time, cancellationToken);
            }
            catch (OrganizationLostException) when (failures + 1 < settings.MaxAttempts && Reads.Contains(request.Name))
            {
                await Task.Delay(backoff.Next(failures), settings.Time, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private bool MayRepeat(OrgRequest request, OrgFault fault) =>
        !(fault.RetryAfter > settings.MaxRetryAfter)
        && (Faults.IsThrottling(fault) || (Reads.Contains(request.Name) && Faults.ToFailure(fault).Class == FailureClass.Transient
            && !IsAboutContent(fault)));

    // An expired token stays expired; it is transient only in that a full read helps.
    private static bool IsAboutContent(OrgFault fault) => fault.Code == unchecked((int)0x80044352);
}
