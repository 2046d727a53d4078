/* A Cryptoki driver that misbehaves on order. It passes every call on to a real
   driver, named in the file that lies beside it (its own path with .conf), and
   reads that file again at every call, so that a test can change its mind. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned long num;
typedef num (*call)(num, num, num, num, num);
struct list { unsigned char version[2]; call fn[68]; };
struct attribute { num kind; void *value; num length; };

static struct list *real, odd;
static char conf[4096];

/* setting finds NAME=VALUE in the file; 0 if it is not there. */
static int setting(const char *name, char *value, size_t room) {
	char line[4096];
	size_t n = strlen(name);
	FILE *f = fopen(conf, "r");
	int found = 0;
	while (f && !found && fgets(line, sizeof line, f)) {
		line[strcspn(line, "\n")] = 0;
		if (!strncmp(line, name, n) && line[n] == '=') {
			snprintf(value, room, "%s", line + n + 1);
			found = 1;
		}
	}
	if (f) fclose(f);
	return found;
}

static num number(const char *name) {
	char v[64];
	return setting(name, v, sizeof v) ? strtoul(v, 0, 0) : 0;
}

/* ordered says whether a kind of trouble was ordered for this call: NAME, or
   NAME:N for the N-th and later calls; what follows a second colon goes to arg. */
static int ordered(const char *trouble, const char *name, int nth, num *arg) {
	char v[256], *part;
	if (!setting(trouble, v, sizeof v)) return 0;
	part = strtok(v, ":");
	if (!part || strcmp(part, name)) return 0;
	part = strtok(0, ":");
	if (part && nth < atoi(part)) return 0;
	part = strtok(0, ":");
	if (part && arg) *arg = strtoul(part, 0, 0);
	return 1;
}

static int trouble(const char *name, int nth, num *code) {
	if (number("print")) { printf("noise of a driver\n"); fflush(stdout); }
	if (ordered("hang", name, nth, 0)) for (;;) pause();
	if (ordered("crash", name, nth, 0)) *(volatile int *)8 = 1;
	if (ordered("exit", name, nth, 0)) _exit(9);
	*code = 5;
	return ordered("fail", name, nth, code);
}

#define BEGIN(name) static int nth; num code; if (trouble(name, ++nth, &code)) return code
#define PASS(n) return real->fn[n](a, b, c, d, e)
#define ARGS num a, num b, num c, num d, num e

static num initialize(ARGS) { BEGIN("C_Initialize"); PASS(0); }

static num slot_list(ARGS) {
	num r, *n = (num *)c;
	BEGIN("C_GetSlotList");
	if (number("noslots")) { *n = 0; return 0; }
	r = real->fn[4](a, b, c, d, e);
	if (number("many") && !b) *n = 0xFFFFFFFFFFUL;
	return r;
}

static num slot_info(ARGS) {
	num r;
	BEGIN("C_GetSlotInfo");
	r = real->fn[5](a, b, c, d, e);
	if (number("gone")) ((num *)b)[12] &= ~1UL;
	return r;
}

static num tries(int more) {
	char path[5000];
	num n = 0;
	FILE *f;
	snprintf(path, sizeof path, "%s.tries", conf);
	if ((f = fopen(path, "r"))) { if (fscanf(f, "%lu", &n) != 1) n = 0; fclose(f); }
	n = more < 0 ? 0 : n + (num)more;
	if (more && (f = fopen(path, "w"))) { fprintf(f, "%lu", n); fclose(f); }
	return n;
}

static num token_info(ARGS) {
	num r, *flags = (num *)b + 12, may = number("tries");
	BEGIN("C_GetTokenInfo");
	if (number("gone")) return 0xE0;
	r = real->fn[6](a, b, c, d, e);
	if (may) {
		num left = may - (tries(0) < may ? tries(0) : may);
		*flags &= ~0x70000UL;
		if (left < may) *flags |= 0x10000;
		if (left == 1) *flags |= 0x20000;
		if (left == 0) *flags |= 0x40000;
	}
	if (number("pad")) *flags |= 0x100;
	*flags |= number("flags");
	*flags &= ~number("clear");
	return r;
}

static num mechanisms(ARGS) {
	num only;
	BEGIN("C_GetMechanismList");
	if ((only = number("mech"))) { if (b) *(num *)b = only; *(num *)c = only ? 1 : 0; return 0; }
	PASS(7);
}

static num open_session(ARGS) {
	BEGIN("C_OpenSession");
	if (number("gone")) return 0xE0;
	if (number("readonly") && (b & 2)) return 0xE2;
	PASS(12);
}

static num login(ARGS) {
	char pin[256];
	num r, may = number("tries");
	BEGIN("C_Login");
	if (number("gone")) return 0x32;
	if (may && tries(0) >= may) return 0xA4;
	if (!c && number("pad") && setting("padpin", pin, sizeof pin)) { c = (num)pin; d = strlen(pin); }
	r = real->fn[18](a, b, c, d, e);
	if (may && r == 0xA0) tries(1);
	if (may && r == 0) tries(-1);
	return r;
}

static num attribute_value(ARGS) {
	struct attribute *t = (struct attribute *)c;
	BEGIN("C_GetAttributeValue");
	if (number("zero") && !t->value) { t->length = 0; return 0; }
	PASS(24);
}

static num find_objects(ARGS) {
	num r;
	BEGIN("C_FindObjects");
	r = real->fn[27](a, b, c, d, e);
	if (number("many") && *(num *)d) *(num *)d += 1000;
	return r;
}

static num sign_init(ARGS) {
	BEGIN("C_SignInit");
	if (number("gone")) return 0x32;
	PASS(42);
}

static num sign(ARGS) {
	num r;
	BEGIN("C_Sign");
	if (number("gone")) return 0x32;
	if (number("zero") && !d) { *(num *)e = 0; return 0; }
	r = real->fn[43](a, b, c, d, e);
	if (number("flip") && r == 0 && d) *(unsigned char *)d ^= 1;
	return r;
}

#ifdef MISSING /* a library that was installed without its companion */
extern num of_a_library_that_is_not_there(void);
num needed(void) { return of_a_library_that_is_not_there(); }
#endif

#ifndef NO_ENTRY
num C_GetFunctionList(struct list **out) {
	char value[4096];
	Dl_info self;
	void *handle;
	num (*get)(struct list **);
	if (!dladdr((void *)C_GetFunctionList, &self)) return 5;
	snprintf(conf, sizeof conf, "%s.conf", self.dli_fname);
	if (number("nolist")) { *out = 0; return 0; }
	if (setting("softhsm", value, sizeof value)) setenv("SOFTHSM2_CONF", value, 1);
	if (!setting("module", value, sizeof value) || !(handle = dlopen(value, RTLD_NOW))) return 5;
	get = (num (*)(struct list **))dlsym(handle, "C_GetFunctionList");
	if (!get || get(&real)) return 5;
	odd = *real;
	odd.fn[0] = initialize;
	odd.fn[4] = slot_list;
	odd.fn[5] = slot_info;
	odd.fn[6] = token_info;
	odd.fn[7] = mechanisms;
	odd.fn[12] = open_session;
	odd.fn[18] = login;
	odd.fn[24] = attribute_value;
	odd.fn[27] = find_objects;
	odd.fn[42] = sign_init;
	odd.fn[43] = sign;
	*out = &odd;
	return 0;
}
#endif
