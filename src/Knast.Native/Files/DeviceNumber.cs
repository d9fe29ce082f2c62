namespace Knast.Native.Files;

/// <summary>A device by its two numbers; how they become one differs between systems.</summary>
/// <param name="Major">The driver's.</param>
/// <param name="Minor">The device's.</param>
public readonly record struct DeviceNumber(uint Major, uint Minor);
