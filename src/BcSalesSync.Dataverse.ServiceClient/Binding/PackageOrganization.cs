using System.Net;
using System.ServiceModel;
using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Client = Microsoft.PowerPlatform.Dataverse.Client.ServiceClient;

namespace BcSalesSync.Dataverse.ServiceClient.Binding;

/// <summary>The organization service through the package: each of our types is one of the SDK, and nothing is decided here.</summary>
internal sealed class PackageOrganization(Uri webApi, ITokenSource tokens) : IOrganization
{
    private readonly object gate = new();
    private Task<Client>? opening;
    private Client? client;

    /// <inheritdoc/>
    public async Task<OrgResponse> ExecuteAsync(OrgRequest request, CancellationToken cancellationToken)
    {
        var service = await OpenAsync();
        try
        {
            return FromSdk(await service.ExecuteAsync(ToSdk(request), cancellationToken));
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            throw new OrganizationFaultException(FromSdk(refused.Detail), refused);
        }
        catch (Exception lost) when (lost is CommunicationException or TimeoutException or HttpRequestException)
        {
            throw new OrganizationLostException(lost.Message, lost);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client?.Dispose();

    // The package asks the network in its constructor and waits for it, so that happens on a thread of its own.
    private Task<Client> OpenAsync()
    {
        lock (gate)
            return opening is null or { IsFaulted: true } ? opening = Task.Run(Connect) : opening;
    }

    private Client Connect()
    {
        client = new Client(new Uri(webApi.GetLeftPart(UriPartial.Authority)), _ => TokenAsync(), useUniqueInstance: true, logger: null);
        (client.EnableAffinityCookie, client.MaxRetryCount) = (false, 0);
        return client.IsReady
            ? client
            : throw new EndpointException(SystemSide.Sales, new EndpointFailure(FailureClass.Fatal, "connect", client.LastError));
    }

    private async Task<string> TokenAsync()
    {
        using var token = await tokens.GetTokenAsync(new TokenRequest(webApi), CancellationToken.None);
        return new NetworkCredential(string.Empty, token).Password;
    }

    private static OrganizationRequest ToSdk(OrgRequest request)
    {
        var message = new OrganizationRequest(request.Name);
        foreach (var (name, value) in request.Parameters)
            message[name] = ToSdk(value);
        return message;
    }

    private static object? ToSdk(object? value) => value switch
    {
        OrgEntity row => Row(row),
        OrgEntities rows => new EntityCollection([.. rows.Rows.Select(Row)]) { EntityName = rows.Table },
        OrgReference reference => new EntityReference(reference.Table, reference.Id) { RowVersion = reference.RowVersion },
        OrgChoice choice => new OptionSetValue(choice.Value),
        OrgMoney money => new Money(money.Value),
        OrgColumns columns => new ColumnSet([.. columns.Names]),
        OrgPaging page => Paging(page),
        OrgQuery query => new QueryExpression(query.Table)
        {
            ColumnSet = new ColumnSet([.. query.Columns.Names]), Criteria = Criteria(query.Filter), PageInfo = Paging(query.Page),
        },
        OrgRequests list => Requests(list),
        OrgBatchSettings settings => new ExecuteMultipleSettings { ContinueOnError = settings.ContinueOnError, ReturnResponses = settings.ReturnResponses },
        OrgVersionCheck check => Enum.Parse<ConcurrencyBehavior>(check.ToString()),
        _ => value,
    };

    private static OrganizationRequestCollection Requests(OrgRequests list)
    {
        var requests = new OrganizationRequestCollection();
        requests.AddRange(list.Items.Select(ToSdk));
        return requests;
    }

    private static Entity Row(OrgEntity row)
    {
        var entity = new Entity(row.Table, row.Id) { RowVersion = row.RowVersion };
        foreach (var (name, value) in row.Values)
            entity[name] = ToSdk(value);
        return entity;
    }

    private static PagingInfo Paging(OrgPaging page) =>
        new() { PageNumber = page.Number, Count = page.Size, PagingCookie = page.Cookie, ReturnTotalRecordCount = page.CountsAll };

    private static FilterExpression Criteria(OrgFilter? filter)
    {
        var criteria = new FilterExpression(filter is { IsAnd: false } ? LogicalOperator.Or : LogicalOperator.And);
        foreach (var each in filter?.Conditions ?? [])
            criteria.AddCondition(each.Column, Enum.Parse<ConditionOperator>(each.Operator.ToString()), [.. each.Values]);
        foreach (var group in filter?.Filters ?? [])
            criteria.AddFilter(Criteria(group));
        return criteria;
    }

    private static OrgResponse FromSdk(OrganizationResponse answer) =>
        new(answer.Results.ToDictionary(result => result.Key, result => FromSdk(result.Value)));

    private static object? FromSdk(object? value) => value switch
    {
        EntityCollection page => new OrgEntities(page.EntityName, [.. page.Entities.Select(Row)])
        {
            MoreRecords = page.MoreRecords, PagingCookie = page.PagingCookie, TotalRecordCount = page.TotalRecordCount,
        },
        EntityReference reference => new OrgReference(reference.LogicalName, reference.Id, reference.RowVersion),
        OptionSetValue choice => new OrgChoice(choice.Value),
        Money money => new OrgMoney(money.Value),
        ExecuteMultipleResponseItemCollection items => items.Select(item => new OrgBatchItem(
            item.RequestIndex, item.Response is null ? null : FromSdk(item.Response), item.Fault is null ? null : FromSdk(item.Fault))).ToList(),
        BusinessEntityChanges changes => new OrgChanges(
            [.. changes.Changes.OfType<NewOrUpdatedItem>().Select(item => Row(item.NewOrUpdatedEntity))],
            [.. changes.Changes.OfType<RemovedOrDeletedItem>().Select(item => item.RemovedItem.Id)])
        {
            MoreRecords = changes.MoreRecords, PagingCookie = changes.PagingCookie, DataToken = changes.DataToken,
        },
        _ => value,
    };

    private static OrgEntity Row(Entity entity) => new(entity.LogicalName, entity.Id)
    {
        RowVersion = entity.RowVersion, Values = entity.Attributes.ToDictionary(pair => pair.Key, pair => FromSdk(pair.Value)),
    };

    private static OrgFault FromSdk(OrganizationServiceFault fault) => new(
        fault.ErrorCode, fault.Message, fault.ErrorDetails.TryGetValue("Retry-After", out var pause) ? pause as TimeSpan? : null,
        (fault as ExecuteTransactionFault)?.FaultedRequestIndex);
}
