namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

internal static class AsyncSequence
{
    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        await foreach (var item in source)
            items.Add(item);
        return items;
    }
}
