namespace Knast.Native.Kernel;

/// <summary>Errors of kernel calls by name, equal on all systems (intro(2), errno(3)).</summary>
public enum ErrorCode
{
    /// <summary>No error.</summary>
    None,

    /// <summary>A number that has no name here.</summary>
    Unknown,

    /// <summary>Argument list too long.</summary>
    E2BIG,

    /// <summary>Permission denied.</summary>
    EACCES,

    /// <summary>Address already in use.</summary>
    EADDRINUSE,

    /// <summary>Cannot assign requested address.</summary>
    EADDRNOTAVAIL,

    /// <summary>Advertise error.</summary>
    EADV,

    /// <summary>Address family not supported by protocol.</summary>
    EAFNOSUPPORT,

    /// <summary>Resource temporarily unavailable.</summary>
    EAGAIN,

    /// <summary>Operation already in progress.</summary>
    EALREADY,

    /// <summary>Authentication error.</summary>
    EAUTH,

    /// <summary>Invalid exchange.</summary>
    EBADE,

    /// <summary>Bad file descriptor.</summary>
    EBADF,

    /// <summary>File descriptor in bad state.</summary>
    EBADFD,

    /// <summary>Bad message.</summary>
    EBADMSG,

    /// <summary>Invalid request descriptor.</summary>
    EBADR,

    /// <summary>EBADRPC.</summary>
    EBADRPC,

    /// <summary>Invalid request code.</summary>
    EBADRQC,

    /// <summary>Invalid slot.</summary>
    EBADSLT,

    /// <summary>Bad font file format.</summary>
    EBFONT,

    /// <summary>Device or resource busy.</summary>
    EBUSY,

    /// <summary>Operation canceled.</summary>
    ECANCELED,

    /// <summary>Not permitted in capability mode.</summary>
    ECAPMODE,

    /// <summary>No child processes.</summary>
    ECHILD,

    /// <summary>Channel number out of range.</summary>
    ECHRNG,

    /// <summary>Communication error on send.</summary>
    ECOMM,

    /// <summary>Software caused connection abort.</summary>
    ECONNABORTED,

    /// <summary>Connection refused.</summary>
    ECONNREFUSED,

    /// <summary>Connection reset by peer.</summary>
    ECONNRESET,

    /// <summary>Resource deadlock avoided.</summary>
    EDEADLK,

    /// <summary>Destination address required.</summary>
    EDESTADDRREQ,

    /// <summary>Numerical argument out of domain.</summary>
    EDOM,

    /// <summary>Programming error.</summary>
    EDOOFUS,

    /// <summary>RFS specific error.</summary>
    EDOTDOT,

    /// <summary>Disk quota exceeded.</summary>
    EDQUOT,

    /// <summary>File exists.</summary>
    EEXIST,

    /// <summary>Bad address.</summary>
    EFAULT,

    /// <summary>File too large.</summary>
    EFBIG,

    /// <summary>Inappropriate file type or format.</summary>
    EFTYPE,

    /// <summary>Host is down.</summary>
    EHOSTDOWN,

    /// <summary>No route to host.</summary>
    EHOSTUNREACH,

    /// <summary>Memory page has hardware error.</summary>
    EHWPOISON,

    /// <summary>Identifier removed.</summary>
    EIDRM,

    /// <summary>Invalid or incomplete multibyte or wide character.</summary>
    EILSEQ,

    /// <summary>Operation now in progress.</summary>
    EINPROGRESS,

    /// <summary>Integrity check failed.</summary>
    EINTEGRITY,

    /// <summary>Interrupted system call.</summary>
    EINTR,

    /// <summary>Invalid argument.</summary>
    EINVAL,

    /// <summary>Input/output error.</summary>
    EIO,

    /// <summary>Transport endpoint is already connected.</summary>
    EISCONN,

    /// <summary>Is a directory.</summary>
    EISDIR,

    /// <summary>Is a named type file.</summary>
    EISNAM,

    /// <summary>Key has expired.</summary>
    EKEYEXPIRED,

    /// <summary>Key was rejected by service.</summary>
    EKEYREJECTED,

    /// <summary>Key has been revoked.</summary>
    EKEYREVOKED,

    /// <summary>Level 2 halted.</summary>
    EL2HLT,

    /// <summary>Level 2 not synchronized.</summary>
    EL2NSYNC,

    /// <summary>Level 3 halted.</summary>
    EL3HLT,

    /// <summary>Level 3 reset.</summary>
    EL3RST,

    /// <summary>Can not access a needed shared library.</summary>
    ELIBACC,

    /// <summary>Accessing a corrupted shared library.</summary>
    ELIBBAD,

    /// <summary>Cannot exec a shared library directly.</summary>
    ELIBEXEC,

    /// <summary>Attempting to link in too many shared libraries.</summary>
    ELIBMAX,

    /// <summary>.lib section in a.out corrupted.</summary>
    ELIBSCN,

    /// <summary>Link number out of range.</summary>
    ELNRNG,

    /// <summary>Too many levels of symbolic links.</summary>
    ELOOP,

    /// <summary>Wrong medium type.</summary>
    EMEDIUMTYPE,

    /// <summary>Too many open files.</summary>
    EMFILE,

    /// <summary>Too many links.</summary>
    EMLINK,

    /// <summary>Message too long.</summary>
    EMSGSIZE,

    /// <summary>Multihop attempted.</summary>
    EMULTIHOP,

    /// <summary>File name too long.</summary>
    ENAMETOOLONG,

    /// <summary>No XENIX semaphores available.</summary>
    ENAVAIL,

    /// <summary>Need authenticator.</summary>
    ENEEDAUTH,

    /// <summary>Network is down.</summary>
    ENETDOWN,

    /// <summary>Network dropped connection on reset.</summary>
    ENETRESET,

    /// <summary>Network is unreachable.</summary>
    ENETUNREACH,

    /// <summary>Too many open files in system.</summary>
    ENFILE,

    /// <summary>No anode.</summary>
    ENOANO,

    /// <summary>Attribute not found.</summary>
    ENOATTR,

    /// <summary>No buffer space available.</summary>
    ENOBUFS,

    /// <summary>No CSI structure available.</summary>
    ENOCSI,

    /// <summary>No data available.</summary>
    ENODATA,

    /// <summary>No such device.</summary>
    ENODEV,

    /// <summary>No such file or directory.</summary>
    ENOENT,

    /// <summary>Exec format error.</summary>
    ENOEXEC,

    /// <summary>Required key not available.</summary>
    ENOKEY,

    /// <summary>No locks available.</summary>
    ENOLCK,

    /// <summary>Link has been severed.</summary>
    ENOLINK,

    /// <summary>No medium found.</summary>
    ENOMEDIUM,

    /// <summary>Cannot allocate memory.</summary>
    ENOMEM,

    /// <summary>No message of desired type.</summary>
    ENOMSG,

    /// <summary>Machine is not on the network.</summary>
    ENONET,

    /// <summary>Package not installed.</summary>
    ENOPKG,

    /// <summary>Protocol not available.</summary>
    ENOPROTOOPT,

    /// <summary>No space left on device.</summary>
    ENOSPC,

    /// <summary>Out of streams resources.</summary>
    ENOSR,

    /// <summary>Device not a stream.</summary>
    ENOSTR,

    /// <summary>Function not implemented.</summary>
    ENOSYS,

    /// <summary>Block device required.</summary>
    ENOTBLK,

    /// <summary>Capabilities insufficient.</summary>
    ENOTCAPABLE,

    /// <summary>Transport endpoint is not connected.</summary>
    ENOTCONN,

    /// <summary>Not a directory.</summary>
    ENOTDIR,

    /// <summary>Directory not empty.</summary>
    ENOTEMPTY,

    /// <summary>Not a XENIX named type file.</summary>
    ENOTNAM,

    /// <summary>State not recoverable.</summary>
    ENOTRECOVERABLE,

    /// <summary>Socket operation on non-socket.</summary>
    ENOTSOCK,

    /// <summary>Inappropriate ioctl for device.</summary>
    ENOTTY,

    /// <summary>Name not unique on network.</summary>
    ENOTUNIQ,

    /// <summary>No such device or address.</summary>
    ENXIO,

    /// <summary>Operation not supported.</summary>
    EOPNOTSUPP,

    /// <summary>Value too large for defined data type.</summary>
    EOVERFLOW,

    /// <summary>Owner died.</summary>
    EOWNERDEAD,

    /// <summary>Operation not permitted.</summary>
    EPERM,

    /// <summary>Protocol family not supported.</summary>
    EPFNOSUPPORT,

    /// <summary>Broken pipe.</summary>
    EPIPE,

    /// <summary>Too many processes.</summary>
    EPROCLIM,

    /// <summary>EPROCUNAVAIL.</summary>
    EPROCUNAVAIL,

    /// <summary>EPROGMISMATCH.</summary>
    EPROGMISMATCH,

    /// <summary>EPROGUNAVAIL.</summary>
    EPROGUNAVAIL,

    /// <summary>Protocol error.</summary>
    EPROTO,

    /// <summary>Protocol not supported.</summary>
    EPROTONOSUPPORT,

    /// <summary>Protocol wrong type for socket.</summary>
    EPROTOTYPE,

    /// <summary>Numerical result out of range.</summary>
    ERANGE,

    /// <summary>Remote address changed.</summary>
    EREMCHG,

    /// <summary>Object is remote.</summary>
    EREMOTE,

    /// <summary>Remote I/O error.</summary>
    EREMOTEIO,

    /// <summary>Interrupted system call should be restarted.</summary>
    ERESTART,

    /// <summary>Operation not possible due to RF-kill.</summary>
    ERFKILL,

    /// <summary>Read-only file system.</summary>
    EROFS,

    /// <summary>ERPCMISMATCH.</summary>
    ERPCMISMATCH,

    /// <summary>Cannot send after transport endpoint shutdown.</summary>
    ESHUTDOWN,

    /// <summary>Socket type not supported.</summary>
    ESOCKTNOSUPPORT,

    /// <summary>Illegal seek.</summary>
    ESPIPE,

    /// <summary>No such process.</summary>
    ESRCH,

    /// <summary>Srmount error.</summary>
    ESRMNT,

    /// <summary>Stale file handle.</summary>
    ESTALE,

    /// <summary>Streams pipe error.</summary>
    ESTRPIPE,

    /// <summary>Timer expired.</summary>
    ETIME,

    /// <summary>Connection timed out.</summary>
    ETIMEDOUT,

    /// <summary>Too many references: cannot splice.</summary>
    ETOOMANYREFS,

    /// <summary>Text file busy.</summary>
    ETXTBSY,

    /// <summary>Structure needs cleaning.</summary>
    EUCLEAN,

    /// <summary>Protocol driver not attached.</summary>
    EUNATCH,

    /// <summary>Too many users.</summary>
    EUSERS,

    /// <summary>Invalid cross-device link.</summary>
    EXDEV,

    /// <summary>Exchange full.</summary>
    EXFULL,
}
