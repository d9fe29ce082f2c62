namespace Knast.Images.Store;

/// <summary>Something that is wrong with an image of the store.</summary>
/// <param name="Image">The image as its user names it.</param>
/// <param name="Digest">The content that is wrong.</param>
/// <param name="ErrorId">What is wrong with it.</param>
/// <param name="Message">The same, for people.</param>
public sealed record ImageProblem(string Image, string Digest, ImageErrorId ErrorId, string Message);
