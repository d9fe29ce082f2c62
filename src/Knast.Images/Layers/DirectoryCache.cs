using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>The directories of a tree that were used last, open. Archives come back to the same few.</summary>
internal sealed class DirectoryCache : IDisposable
{
    private const int Capacity = 16;

    private readonly (byte[] Path, KernelDescriptor Directory)[] _places = new (byte[], KernelDescriptor)[Capacity];
    private int _count;
    private int _next;

    /// <summary>The open directory of a path; null where it is not here.</summary>
    public KernelDescriptor? Find(ReadOnlySpan<byte> path)
    {
        for (int index = 0; index < _count; index++)
        {
            if (path.SequenceEqual(_places[index].Path))
            {
                return _places[index].Directory;
            }
        }

        return null;
    }

    /// <summary>Takes an open directory, closing the one that came longest ago.</summary>
    public void Add(ReadOnlySpan<byte> path, KernelDescriptor directory)
    {
        if (_count == Capacity)
        {
            _places[_next].Directory.Dispose();
        }

        _places[_next] = (path.ToArray(), directory);
        _next = (_next + 1) % Capacity;
        _count = Math.Min(_count + 1, Capacity);
    }

    /// <summary>Forgets all, because a path may lead elsewhere now.</summary>
    public void Clear()
    {
        for (int index = 0; index < _count; index++)
        {
            _places[index].Directory.Dispose();
        }

        _count = _next = 0;
    }

    public void Dispose() => Clear();
}
