using System.Security.Cryptography;
using System.Text;

namespace BcSalesSync.Sandbox.Seeds;

// Seed rows have the same id on every machine: a hash of a readable key such as "bc/Customer/C10000". As with the ids of both services, its
// version is none that stands for a name, so that nobody takes it for an id that was derived from another record.
internal static class SeedIds
{
    private static readonly byte[] Namespace = Convert.FromHexString("7d3c2a52c6b14f0e9a51b2c6a1d40000");

    public static Guid Of(string key)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(key.Length)];
        Namespace.CopyTo(input);
        var length = 16 + Encoding.UTF8.GetBytes(key, input[16..]);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // Nothing is protected by it.
        SHA1.HashData(input[..length], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0xE0);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
