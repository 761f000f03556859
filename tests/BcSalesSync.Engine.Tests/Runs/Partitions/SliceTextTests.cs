using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs.Passes.Partitions;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Engine.Tests.Runs.Partitions;

/// <summary>What is handed out to workers comes to them as it was read.</summary>
public sealed class SliceTextTests
{
    private static readonly Guid Id = new("5d115c9c-44e3-ea11-bb43-000d3a2feca1");
    private static readonly SliceOrder Order = new(
        new Guid("7e115c9c-44e3-ea11-bb43-000d3a2feca1"), SyncJobType.FullSync, new PlanPolicy(MayCreate: true), SyncDirection.ToSales, Id);

    [Fact]
    public void Records_come_back_as_they_were_handed_out()
    {
        var record = new Record
        {
            Id = Id,
            Version = "4711",
            ETag = "W/\"JzE5\"",
            ModifiedAt = new DateTimeOffset(2026, 3, 1, 12, 30, 15, 123, TimeSpan.Zero),
            Values = new Dictionary<string, FieldValue>
            {
                ["name"] = FieldValue.Text("Søren \"Æther\" 日本 \u0001"),
                ["amount"] = FieldValue.Number(-12.50m),
                ["blocked"] = FieldValue.Boolean(false),
                ["due"] = FieldValue.Date(new DateOnly(2026, 2, 28)),
                ["owner"] = FieldValue.Reference("systemuser", Id),
                ["unit"] = FieldValue.Id(Id),
                ["city"] = FieldValue.Empty,
            },
        };

        var content = SliceText.Read(SliceText.Write(new SliceContent(Order, [record])));

        Assert.Equal(Order, content.Order);
        var read = Assert.Single(content.Records);
        Assert.Equal((record.Id, record.Version, record.ETag, record.ModifiedAt), (read.Id, read.Version, read.ETag, read.ModifiedAt));
        Assert.Equal(record.Values, read.Values);
    }

    [Fact]
    public void A_column_that_was_not_read_stays_absent_beside_records_that_have_it()
    {
        var first = new Record { Id = Id, Values = new Dictionary<string, FieldValue> { ["name"] = FieldValue.Text("A") } };
        var second = new Record { Id = Id, Values = new Dictionary<string, FieldValue> { ["city"] = FieldValue.Empty } };

        var records = SliceText.Read(SliceText.Write(new SliceContent(Order, [first, second]))).Records;

        Assert.Equal(["name"], records[0].Values.Keys);
        Assert.Equal(["city"], records[1].Values.Keys);
        Assert.Null(records[1].Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[null,[],[]]")]
    [InlineData("[{},[\"name\"],[\"5d115c9c-44e3-ea11-bb43-000d3a2feca1\",null,null,null]]")]
    [InlineData("[{},[\"name\",5],[]]")]
    [InlineData("[{},[],5]")]
    [InlineData("[{\"Direction\":\"up\"},[]]")]
    public void Anything_else_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => SliceText.Read(text));
}
