using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.Runtime.Tests.Values;

/// <summary>Last synchronised values that something outside the product damaged.</summary>
public sealed class DamagedValuesTests
{
    [Theory]
    [InlineData("bc_values")]
    [InlineData("sales_values")]
    public async Task What_could_not_be_saved_afterwards_is_not_sent(string column)
    {
        using var folder = new TemporaryFolder();
        await using var world = await CoupledRecords.OpenAsync(folder.File("state.db"));
        var pair = await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", Direction = SyncDirection.ToSales });
        var phone = await pair.SalesAsync("telephone1");
        await pair.EditBcAsync(("phoneNumber", "+49 30 1234"));
        Damage(folder.File("state.db"), column);

        var refused = await Assert.ThrowsAsync<SyncException>(() => pair.SyncAsync(SyncDirection.ToSales));

        Assert.Equal(("BcSync.State.DamagedCoupling", "CUSTOMER", pair.BcId), (refused.Error.ErrorId, refused.Error.Mapping, refused.Error.BcId));
        Assert.Equal(phone, await pair.SalesAsync("telephone1"));
    }

    [Fact]
    public async Task The_next_step_that_is_named_mends_it()
    {
        using var folder = new TemporaryFolder();
        await using var world = await CoupledRecords.OpenAsync(folder.File("state.db"));
        var pair = await world.CustomerInStepAsync();
        Damage(folder.File("state.db"), "bc_values");

        await world.UncoupleAsync(await pair.CouplingAsync());
        await world.PairAsync("CUSTOMER", "C10000", (await pair.SalesAsync("name"))!, SyncDirection.ToSales);
        await pair.EditBcAsync(("phoneNumber", "+49 30 1234"));
        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal("+49 30 1234", await pair.SalesAsync("telephone1"));
    }

    private static void Damage(string path, string column)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name of a column, from this file.
        command.CommandText = $"UPDATE couplings SET {column} = substr({column}, 1, 20) WHERE mapping = 'CUSTOMER'";
#pragma warning restore CA2100
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
