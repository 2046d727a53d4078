package office

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// A panic becomes a sentence with the place and without the values.
func TestCrashTellsNoValues(t *testing.T) {
	for _, f := range []func() error{
		func() error { panic("lương của Đặng Thị Ẩn: 17043219") },
		func() error { panic(fmt.Errorf("CCCD %s", "079190123457")) },
		//lint:ignore SA5000 that is what goes wrong
		func() error { var m map[string]int; m["Đặng Thị Ẩn"]++; return nil },
	} {
		err := Guard(f)
		var c *Crash
		if !errors.As(err, &c) || len(c.Where) == 0 {
			t.Fatalf("got %v", err)
		}
		for _, text := range []string{err.Error(), fmt.Sprintf("%+v %#v", err, c), Say(err)} {
			for _, secret := range []string{"Đặng", "17043219", "079190123457"} {
				if strings.Contains(text, secret) {
					t.Errorf("%q carries %q", text, secret)
				}
			}
		}
		if say := Say(err); !strings.Contains(say, "guard_test.go:") || !strings.Contains(say, "lỗi bên trong") {
			t.Errorf("said %q", say)
		}
	}
	if err := Guard(func() error { return ErrNoKey }); err != ErrNoKey {
		t.Errorf("an error of the work became %v", err)
	}
}
