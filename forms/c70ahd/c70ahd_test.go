package c70ahd

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, TT102) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, TT102) }

func TestProperties(t *testing.T) { formtest.Properties(t, TT102) }
