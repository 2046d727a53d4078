/* What an input method for Vietnamese does while a person types "tieengs" in Telex,
   in one of the four ways that are known: it lets the letters through, and when a key
   changes them it takes them back and types the right ones.
   gia-lap phim | unicode | gui | day */
#include <windows.h>
#include <stdio.h>
#include <string.h>

static HWND window;

static void key(WORD vk, WORD scan, DWORD flags) {
	INPUT in;
	memset(&in, 0, sizeof in);
	in.type = INPUT_KEYBOARD;
	in.ki.wVk = vk;
	in.ki.wScan = scan;
	in.ki.dwFlags = flags;
	SendInput(1, &in, sizeof in);
	in.ki.dwFlags |= KEYEVENTF_KEYUP;
	SendInput(1, &in, sizeof in);
	Sleep(60);
}

static void letter(char c) { key((WORD)(c - 'a' + 'A'), (WORD)MapVirtualKeyW(c - 'a' + 'A', 0), 0); }
static void unicode(WCHAR c) { key(0, c, KEYEVENTF_UNICODE); }

static void back(const char *how) {
	if (!strcmp(how, "phim"))
		key(VK_BACK, 0, 0); /* the key, without its scan code */
	else if (!strcmp(how, "unicode"))
		unicode(8);
	else if (!strcmp(how, "gui"))
		PostMessageW(window, WM_CHAR, 8, 1);
	else
		SendMessageW(window, WM_CHAR, 8, 1);
	Sleep(60);
}

static void type(const char *how, WCHAR c) {
	if (!strcmp(how, "gui"))
		PostMessageW(window, WM_CHAR, c, 1);
	else if (!strcmp(how, "day"))
		SendMessageW(window, WM_CHAR, c, 1);
	else
		unicode(c);
	Sleep(60);
}

int main(int argc, char **argv) {
	const char *how = argc > 1 ? argv[1] : "phim";
	window = FindWindowW(NULL, L"o-go");
	if (!window) {
		puts("no window");
		return 1;
	}
	SetForegroundWindow(window);
	Sleep(300);
	letter('t');
	letter('i');
	letter('e');
	back(how); /* the second e: ê takes the place of e */
	type(how, 0x00EA);
	letter('n');
	letter('g');
	back(how); /* s: ế takes the place of ê, and n, g come again */
	back(how);
	back(how);
	type(how, 0x1EBF);
	type(how, 'n');
	type(how, 'g');
	Sleep(300);
	return 0;
}
