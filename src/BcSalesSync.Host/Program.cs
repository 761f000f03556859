namespace BcSalesSync.Host;

internal static class Program
{
    public static int Main() => 64;
}
