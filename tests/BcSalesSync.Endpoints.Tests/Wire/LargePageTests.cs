using System.Text;
using BcSalesSync.Engine.Records.Filters;
using Microsoft.AspNetCore.Http;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>Pages of a size that no service should send, and some do. Memory is that of the process, so nothing else runs meanwhile.</summary>
[Collection(MeasuredCollection.Name)]
public sealed class LargePageTests
{
    private const int Pages = 8;

    private const int MostPagesHeld = 4;
    private const int Rows = 2000;
    private const int RowSize = 50 * 1024;
    private const long PageSize = (long)Rows * RowSize;

    [Fact]
    public async Task Pages_of_a_hundred_megabytes_are_read_one_after_another_in_bounded_memory()
    {
        await using var world = await WireSandbox.StartAsync();
        var endpoint = world.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        for (var page = 1; page <= Pages; page++)
            world.Meet("GET", "/customers?", Streams(page, isLast: page == Pages));

        var seen = 0;
        var held = 0L;
        await foreach (var page in endpoint.ReadAsync("customers", ["number"], Filter.All, default))
        {
            seen += page.Count;
            held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true));
        }

        Assert.Equal(Pages * Rows, seen);
        Assert.True(held < MostPagesHeld * PageSize, $"{held:N0} bytes were held at once.");
    }

    private static Mishap Streams(int page, bool isLast) => async (context, _) =>
    {
        context.Response.ContentType = "application/json; odata.metadata=minimal";
        var root = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}";
        var link = isLast ? string.Empty : $"\"@odata.nextLink\":\"{root}?$skiptoken={page}\",";
        await context.Response.WriteAsync($"{{{link}\"value\":[");
        var filler = Encoding.ASCII.GetBytes(new string('x', RowSize));
        for (var row = 0; row < Rows; row++)
        {
            var id = new Guid(row, (short)page, 0, new byte[8]);
            await context.Response.WriteAsync($"{(row > 0 ? "," : "")}{{\"id\":\"{id}\",\"number\":\"C{page}-{row}\",\"workDescription\":\"");
            await context.Response.Body.WriteAsync(filler);
            await context.Response.WriteAsync("\"}");
        }

        await context.Response.WriteAsync("]}");
    };
}
