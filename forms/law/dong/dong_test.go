package dong_test

import (
	"testing"

	"ankhai/forms/law"
	_ "ankhai/forms/law/dong"
	"ankhai/forms/law/lawtest"
)

func TestCases(t *testing.T) {
	var names []string
	for _, m := range law.MayTinhs() {
		names = append(names, m.Ten)
	}
	lawtest.Run(t, "testdata", names...)
}
