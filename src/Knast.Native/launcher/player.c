#include "player.h"
#include "monitor.h"
#include "system.h"

static const struct program_header *header_of(const unsigned char *image)
{
    return (const struct program_header *)image;
}

static const struct program_record *records_of(const unsigned char *image)
{
    return (const struct program_record *)(image + sizeof(struct program_header));
}

static const struct program_relocation *relocations_of(const unsigned char *image)
{
    return (const struct program_relocation *)(records_of(image) + header_of(image)->record_count);
}

static const struct program_on_errno *on_errno_of(const unsigned char *image)
{
    return (const struct program_on_errno *)(relocations_of(image) + header_of(image)->relocation_count);
}

static int within(uint64_t offset, uint64_t length, uint64_t size)
{
    return offset <= size && length <= size - offset;
}

static enum refusal check_header(const unsigned char *image, size_t size)
{
    const struct program_header *h = header_of(image);
    if (size < sizeof *h || size > PROGRAM_SIZE_MAX)
        return REFUSED_SIZE;
    if (h->magic != PROGRAM_MAGIC)
        return REFUSED_MAGIC;
    if (h->version != PROGRAM_VERSION)
        return REFUSED_VERSION;
    if (h->system != TARGET_SYSTEM || h->architecture != TARGET_ARCHITECTURE)
        return REFUSED_TARGET;
    if (h->record_count > PROGRAM_RECORDS_MAX || h->register_count > PROGRAM_REGISTERS_MAX || h->failure_status > 255)
        return REFUSED_LAYOUT;
    uint64_t tables = sizeof *h + (uint64_t)h->record_count * sizeof(struct program_record)
        + (uint64_t)h->relocation_count * sizeof(struct program_relocation)
        + (uint64_t)h->on_errno_count * sizeof(struct program_on_errno);
    if (h->total_size != size || h->data_offset != ((tables + 15) & ~(uint64_t)15)
        || (uint64_t)h->data_offset + h->data_size != size)
        return REFUSED_LAYOUT;
    return 0;
}

static int operand_is_sound(const struct program_header *h, unsigned kind, uint64_t operand)
{
    switch (kind) {
    case OPERAND_IMMEDIATE: return 1;
    case OPERAND_ADDRESS: return operand <= h->data_size;
    case OPERAND_REGISTER: return operand < h->register_count;
    case OPERAND_LOAD8: return within(operand, 1, h->data_size);
    case OPERAND_LOAD16: return within(operand, 2, h->data_size);
    case OPERAND_LOAD32: return within(operand, 4, h->data_size);
    case OPERAND_LOAD64: return within(operand, 8, h->data_size);
    default: return 0;
    }
}

static int register_is_sound(const struct program_header *h, unsigned number)
{
    return number == PROGRAM_NO_REGISTER || number < h->register_count;
}

static int patch_is_sound(const struct program_header *h, const struct program_record *r)
{
    uint64_t length = r->number ? r->number : PROGRAM_DECIMAL_SIZE;
    if (r->number != 0 && r->number != 1 && r->number != 2 && r->number != 4 && r->number != 8)
        return 0;
    return r->operand_kinds[1] == OPERAND_IMMEDIATE && within(r->operands[1], length, h->data_size);
}

static int fork_is_sound(const struct program_header *h, const struct program_record *r, uint32_t index)
{
    return r->operand_kinds[0] == OPERAND_IMMEDIATE && r->operands[0] > index && r->operands[0] <= h->record_count
        && (r->number & FORK_FLAGS_REFUSED) == 0;
}

static enum refusal check_record(const unsigned char *image, uint32_t index)
{
    static const uint8_t counts[] = {0, 0, 1, 2, 1, 2, 0, 1, 7};
    const struct program_header *h = header_of(image);
    const struct program_record *r = records_of(image) + index;

    if (r->kind < RECORD_CALL || r->kind > RECORD_MONITOR)
        return REFUSED_KIND;
    if (r->kind == RECORD_CALL ? r->operand_count > PROGRAM_OPERANDS : r->operand_count != counts[r->kind])
        return REFUSED_OPERAND;
    for (unsigned i = 0; i < r->operand_count; i++)
        if (!operand_is_sound(h, r->operand_kinds[i], r->operands[i]))
            return REFUSED_OPERAND;
    if (!register_is_sound(h, r->result) || !register_is_sound(h, r->second))
        return REFUSED_REGISTER;
    if (!within(r->on_errno_first, r->on_errno_count, h->on_errno_count))
        return REFUSED_ON_ERRNO;
    for (unsigned i = 0; i < r->on_errno_count; i++)
        if (!within((uint64_t)index + 1, on_errno_of(image)[r->on_errno_first + i].skip, h->record_count))
            return REFUSED_ON_ERRNO;
    if (r->kind == RECORD_PATCH && !patch_is_sound(h, r))
        return REFUSED_PATCH;
    if (r->kind == RECORD_FORK && !fork_is_sound(h, r, index))
        return REFUSED_FORK;
    return 0;
}

enum refusal check_program(const unsigned char *image, size_t size, uint32_t *index)
{
    *index = 0;
    enum refusal refused = check_header(image, size);
    if (refused)
        return refused;
    const struct program_header *h = header_of(image);
    for (; *index < h->record_count; ++*index)
        if ((refused = check_record(image, *index)) != 0)
            return refused;
    for (*index = 0; *index < h->relocation_count; ++*index) {
        const struct program_relocation *r = relocations_of(image) + *index;
        if (!within(r->at, sizeof(uint64_t), h->data_size) || r->to > h->data_size)
            return REFUSED_RELOCATION;
    }
    return 0;
}

static unsigned char *data_of(struct player *p)
{
    return p->image + header_of(p->image)->data_offset;
}

static void relocate(struct player *p)
{
    const struct program_relocation *r = relocations_of(p->image);
    for (uint32_t i = 0; i < header_of(p->image)->relocation_count; i++) {
        uint64_t address = (uint64_t)(uintptr_t)(data_of(p) + r[i].to);
        __builtin_memcpy(data_of(p) + r[i].at, &address, sizeof address);
    }
}

static uint64_t load(struct player *p, uint64_t offset, size_t size)
{
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++)
        value |= (uint64_t)data_of(p)[offset + i] << (8 * i);
    return value;
}

static uint64_t operand(struct player *p, const struct program_record *r, unsigned i)
{
    uint64_t value = r->operands[i];
    switch (r->operand_kinds[i]) {
    case OPERAND_ADDRESS: return (uint64_t)(uintptr_t)(data_of(p) + value);
    case OPERAND_REGISTER: return p->registers[value];
    case OPERAND_LOAD8: return load(p, value, 1);
    case OPERAND_LOAD16: return load(p, value, 2);
    case OPERAND_LOAD32: return load(p, value, 4);
    case OPERAND_LOAD64: return load(p, value, 8);
    default: return value;
    }
}

static void set_register(struct player *p, unsigned number, uint64_t value)
{
    if (number != PROGRAM_NO_REGISTER)
        p->registers[number] = value;
}

/* The length without the NUL. */
static unsigned write_decimal(unsigned char *to, int64_t value)
{
    unsigned char digits[20], *start = to;
    unsigned count = 0;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        digits[count++] = (unsigned char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (value < 0)
        *to++ = '-';
    while (count)
        *to++ = digits[--count];
    *to = 0;
    return (unsigned)(to - start);
}

static void patch(struct player *p, const struct program_record *r)
{
    uint64_t value = operand(p, r, 0);
    unsigned char *to = data_of(p) + r->operands[1];
    if (r->number == 0)
        set_register(p, r->result, write_decimal(to, (int64_t)value));
    for (unsigned i = 0; i < r->number; i++)
        to[i] = (unsigned char)(value >> (8 * i));
}

static int call(struct player *p, const struct program_record *r)
{
    long arguments[PROGRAM_OPERANDS] = {0};
    int error;
    for (unsigned i = 0; i < r->operand_count; i++)
        arguments[i] = (long)operand(p, r, i);
    long value = kernel_call((long)r->number, arguments, &error);
    set_register(p, r->result, error ? (uint64_t)(int64_t)-error : (uint64_t)value);
    return error;
}

static int fork_record(struct player *p, const struct program_record *r, int *is_child)
{
    int error, process_descriptor = -1;
    if (p->child_count == PLAYER_CHILDREN)
        return EAGAIN_;
    long pid = fork_child(r->number, r->second == PROGRAM_NO_REGISTER ? NULL : &process_descriptor, &error);
    if (error)
        return error;
    *is_child = pid == 0;
    set_register(p, r->result, (uint64_t)pid);
    set_register(p, r->second, (uint64_t)(int64_t)process_descriptor);
    if (*is_child)
        p->child_count = 0;
    else
        p->children[p->child_count++] = pid;
    return 0;
}

int send_frame(int to, enum frame_kind kind, uint32_t tag, uint64_t value, int descriptor)
{
    struct program_frame frame = {kind, tag, value};
    struct kernel_iovec vector = {&frame, sizeof frame};
    struct {
        struct kernel_control header;
        int descriptor;
        int padding;
    } control = {{.level = SOCKET_LEVEL, .type = CONTROL_RIGHTS}, descriptor, 0};
    control.header.length = sizeof control.header + sizeof(int);
    struct kernel_message message = {.vectors = &vector, .vector_count = 1};
    if (descriptor >= 0) {
        message.control = &control;
        message.control_length = sizeof control;
    }
    int error;
    do
        CALL(&error, SYS_SENDMSG, to, (long)&message, SEND_FLAGS);
    while (error == EINTR_);
    /* A late failure goes to the file that the program has put in the socket's place. */
    if (error == ENOTSOCK_)
        CALL(&error, SYS_WRITE, to, (long)&frame, sizeof frame);
    return error;
}

static void kill_children(struct player *p)
{
    int error;
    while (p->child_count)
        CALL(&error, SYS_KILL, p->children[--p->child_count], SIGNAL_KILL);
}

/* Nobody listens any more: what was begun must not outlive the one who wanted it. */
static int abandon(struct player *p)
{
    kill_children(p);
    return (int)header_of(p->image)->failure_status;
}

static int fail(struct player *p, uint32_t index, int error)
{
    send_frame(p->report_descriptor, FRAME_FAILURE, index, (uint64_t)error, -1);
    return abandon(p);
}

static int await_byte(struct player *p)
{
    unsigned char byte;
    int error;
    long count;
    do
        count = CALL(&error, SYS_RECVFROM, p->report_descriptor, (long)&byte, 1);
    while (error == EINTR_);
    return !error && count == 1;
}

/* In a frame of its own: the buffer would otherwise lie on the stack of every player. */
__attribute__((noinline)) static int monitor_record(struct player *p, const struct program_record *r)
{
    struct monitor monitor;
    int error;
    monitor.child = (long)operand(p, r, 0);
    monitor.streams[0] = (int)operand(p, r, 1);
    monitor.streams[1] = (int)operand(p, r, 2);
    monitor.log = (int)operand(p, r, 3);
    monitor.directory = (int)operand(p, r, 4);
    monitor.log_limit = operand(p, r, 5);
    monitor.rotated = (unsigned)operand(p, r, 6);
    int failed = monitor_open(&monitor);
    if (failed)
        return failed;
    /* From here on nobody is told anything, and nothing of the image is needed. */
    CALL(&error, SYS_CLOSE, p->report_descriptor);
    CALL(&error, SYS_MUNMAP, (long)p->image, (long)p->size);
    monitor_run(&monitor);
    return 0;
}

/* The record to go on with, or -1 when the error is in no entry of the table. */
static int64_t next_record(struct player *p, uint32_t index, int error)
{
    const struct program_record *r = records_of(p->image) + index;
    const struct program_on_errno *entry = on_errno_of(p->image) + r->on_errno_first;
    for (unsigned i = 0; i < r->on_errno_count; i++)
        if (entry[i].error == (uint32_t)error)
            return (int64_t)index + 1 + entry[i].skip;
    return error ? -1 : (int64_t)index + 1;
}

int play(struct player *p)
{
    uint32_t index = 0;
    p->child_count = 0;
    relocate(p);
    while (index < header_of(p->image)->record_count) {
        const struct program_record *r = records_of(p->image) + index;
        int error = 0, is_child = 0;
        switch (r->kind) {
        case RECORD_CALL:
            error = call(p, r);
            break;
        case RECORD_STORE:
            set_register(p, r->result, operand(p, r, 0));
            break;
        case RECORD_PATCH:
            patch(p, r);
            break;
        case RECORD_FORK:
            error = fork_record(p, r, &is_child);
            break;
        case RECORD_REPORT:
            if (send_frame(p->report_descriptor, FRAME_REPORT, r->number, operand(p, r, 0), (int)operand(p, r, 1)))
                return abandon(p);
            break;
        case RECORD_AWAIT:
            if (!await_byte(p))
                return abandon(p);
            break;
        case RECORD_EXIT:
            return (int)operand(p, r, 0);
        case RECORD_MONITOR:
            if ((error = monitor_record(p, r)) == 0)
                return 0;
            break;
        }
        int64_t next = is_child ? (int64_t)r->operands[0] : next_record(p, index, error);
        if (next < 0)
            return fail(p, index, error);
        index = (uint32_t)next;
    }
    return 0;
}
