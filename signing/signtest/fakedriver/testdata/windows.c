/* A small Cryptoki driver for Windows: one token, one certificate, one key. Its
   structures are laid out by a C compiler as the standard says for Windows, packed
   to one byte with CK_ULONG of 32 bits. The certificate lies beside it (.der), and so
   does the one signature it can give (.sig). */
#include <windows.h>
#include <stdio.h>
#include <string.h>

#pragma pack(push, cryptoki, 1)
typedef unsigned long num; /* 32 bits on Windows */
typedef unsigned char byte;
struct version { byte major, minor; };
struct slot { byte description[64], maker[32]; num flags; struct version hardware, firmware; };
struct token {
	byte label[32], maker[32], model[16], serial[16];
	num flags, maxSessions, sessions, maxRW, rw, maxPIN, minPIN, totalPublic, freePublic, totalPrivate, freePrivate;
	struct version hardware, firmware;
	byte time[16];
};
struct attribute { num kind; void *value; num length; };
struct mechanism { num kind; void *parameter; num length; };
struct start { void *create, *destroy, *lock, *unlock; num flags; void *reserved; };
struct list { struct version v; void *fn[68]; };
#pragma pack(pop, cryptoki)

static struct list all;
static num wanted, given, loggedIn;
static byte certificate[8192], signature[1024];
static num certificateSize, signatureSize;

static num load(HMODULE self, const char *end, byte *into, num room) {
	char path[MAX_PATH + 8];
	FILE *f;
	num n = GetModuleFileNameA(self, path, MAX_PATH);
	strcpy(path + n, end);
	if (!(f = fopen(path, "rb"))) return 0;
	n = (num)fread(into, 1, room, f);
	fclose(f);
	return n;
}

static void pad(byte *to, num size, const char *text) { memset(to, ' ', size); memcpy(to, text, strlen(text)); }

static num initialize(struct start *s) { return s && s->flags == 2 && !s->reserved && !s->create ? 0 : 7; }
static num slot_list(byte present, num *ids, num *n) { if (ids) { if (*n < 1) return 0x150; ids[0] = 7; } *n = 1; return 0; }
static num slot_info(num id, struct slot *s) {
	if (id != 7) return 3;
	memset(s, 0, sizeof *s);
	pad(s->description, 64, "Reader of the test"); pad(s->maker, 32, "AnKhai"); s->flags = 1;
	return 0;
}
static num token_info(num id, struct token *t) {
	if (id != 7) return 3;
	memset(t, 0, sizeof *t);
	pad(t->label, 32, "Token W"); pad(t->maker, 32, "AnKhai"); pad(t->model, 16, "thu"); pad(t->serial, 16, "0001");
	t->flags = 0x400 | 8 | 4; t->maxPIN = 12; t->minPIN = 6;
	return 0;
}
static num mechanisms(num id, num *out, num *n) { if (out) out[0] = 1; *n = 1; return 0; }
static num open_session(num id, num flags, void *a, void *b, num *session) { if (id != 7 || flags != 4) return 0xE2; *session = 11; return 0; }
static num close_session(num s) { return s == 11 ? 0 : 0xB3; }
static num login(num s, num user, byte *pin, num n) {
	if (s != 11 || user != 1) return 7;
	if (n != 6 || memcmp(pin, "482915", 6)) return 0xA0;
	loggedIn = 1;
	return 0;
}
static num value(struct attribute *a, const void *from, num n) {
	if (a->value) { if (a->length < n) { a->length = (num)-1; return 0x150; } memcpy(a->value, from, n); }
	a->length = n;
	return 0;
}
static num attribute_value(num s, num object, struct attribute *a, num count) {
	num rsa = 0; byte no = 0;
	if (s != 11 || count != 1) return 7;
	switch (a->kind) {
	case 0x11: return object == 1 ? value(a, certificate, certificateSize) : (a->length = (num)-1, 0x12);
	case 0x102: return value(a, "\x0a\x1b", 2);
	case 0x3: return value(a, "nhan", 4);
	case 0x100: return value(a, &rsa, sizeof rsa);
	case 0x202: return value(a, &no, 1);
	}
	a->length = (num)-1;
	return 0x12;
}
static num find_init(num s, struct attribute *t, num count) {
	if (s != 11 || count < 1 || t[0].kind != 0 || t[0].length != sizeof(num)) return 7;
	wanted = *(num *)t[0].value; given = 0;
	if (count == 2 && (t[1].kind != 0x102 || t[1].length != 2 || memcmp(t[1].value, "\x0a\x1b", 2))) wanted = 0;
	if (wanted == 3 && !loggedIn) wanted = 0;
	return 0;
}
static num find(num s, num *objects, num room, num *n) {
	*n = 0;
	if (!given && room && wanted >= 1 && wanted <= 3) { objects[0] = wanted; *n = 1; given = 1; }
	return 0;
}
static num find_final(num s) { return 0; }
static num sign_init(num s, struct mechanism *m, num key) { return s == 11 && m->kind == 1 && !m->parameter && !m->length && key == 3 ? 0 : 0x70; }
static num sign(num s, byte *data, num n, byte *out, num *length) {
	if (n != 51 || data[0] != 0x30 || *length < signatureSize) return 0x21; /* a DigestInfo of SHA-256 */
	memcpy(out, signature, signatureSize); *length = signatureSize;
	return 0;
}

__declspec(dllexport) num C_GetFunctionList(struct list **out) {
	HMODULE self;
	GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, (LPCSTR)C_GetFunctionList, &self);
	certificateSize = load(self, ".der", certificate, sizeof certificate);
	signatureSize = load(self, ".sig", signature, sizeof signature);
	if (!certificateSize || !signatureSize) return 5;
	printf("noise of a driver\n"); fflush(stdout);
	all.v.major = 2; all.v.minor = 40;
	all.fn[0] = initialize; all.fn[4] = slot_list; all.fn[5] = slot_info; all.fn[6] = token_info; all.fn[7] = mechanisms;
	all.fn[12] = open_session; all.fn[13] = close_session; all.fn[18] = login; all.fn[24] = attribute_value;
	all.fn[26] = find_init; all.fn[27] = find; all.fn[28] = find_final; all.fn[42] = sign_init; all.fn[43] = sign;
	*out = &all;
	return 0;
}
