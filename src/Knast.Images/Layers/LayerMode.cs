namespace Knast.Images.Layers;

/// <summary>What becomes of a layer's whiteouts.</summary>
internal enum LayerMode
{
    /// <summary>The layer gets a tree of its own, for overlayfs: whiteouts become 0/0 devices and opaque attributes.</summary>
    Overlay,

    /// <summary>The layer goes over a tree that holds the layers below: whiteouts remove files.</summary>
    Flat,
}
