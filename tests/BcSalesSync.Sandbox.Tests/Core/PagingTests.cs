using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.BusinessCentral;

namespace BcSalesSync.Sandbox.Tests.Core;

public sealed class PagingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("$orderby=city")]
    [InlineData("$orderby=city desc")]
    [InlineData("$orderby=city desc,number desc")]
    [InlineData("$orderby=number desc")]
    [InlineData("$orderby=lastModifiedDateTime&$filter=lastModifiedDateTime gt 2000-01-01T00:00:00Z")]
    [InlineData("$orderby=lastModifiedDateTime desc&$filter=lastModifiedDateTime gt 2000-01-01T00:00:00Z")]
    [InlineData("$filter=lastModifiedDateTime gt 2000-01-01T00:00:00Z")]
    [InlineData("$filter=city eq 'Essen' or city eq 'Hamburg'")]
    public async Task Pages_together_are_the_whole_answer_in_its_order(string query)
    {
        using var bc = await BcClient.ConnectAsync("scale:57");
        var path = $"{bc.Company}/customers?{query}";
        var whole = Numbers(await bc.GetAsync(path));
        var paged = new List<string?>();
        for (var next = path; next is not null;)
        {
            var page = await bc.GetAsync(next, "odata.maxpagesize=7");
            Assert.InRange(page.GetProperty("value").GetArrayLength(), 0, 7);
            paged.AddRange(Numbers(page));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        Assert.NotEmpty(whole);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Requests_at_the_same_time_do_not_get_in_each_others_way()
    {
        using var bc = await BcClient.ConnectAsync("empty");
        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(i =>
            bc.SendAsync(HttpMethod.Post, bc.Company + "/customers?$select=number", new { displayName = $"Customer {i}" })));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(40, answers.Select(answer => answer.Body.GetProperty("number").GetString()).Distinct().Count());
    }

    private static List<string?> Numbers(JsonElement page) =>
        [.. page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("number").GetString())];
}
